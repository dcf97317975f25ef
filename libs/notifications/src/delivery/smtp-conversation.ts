import type { NodemailerError } from 'nodemailer';
import SMTPConnection, { type SMTPEnvelope } from 'nodemailer/lib/smtp-connection';
import { MailFailure } from './mail-transport.js';
import { oneLine } from './one-line.js';
import { failureKind, type SmtpStage } from './smtp-answer.js';
import type { SmtpSettings } from './smtp-settings.js';

type Done<Answer> = (error?: NodemailerError | null, answer?: Answer) => void;

const GOODBYE_MS = 1_000;

/** One connection to the server, over which mails go one after the other. Knows how far the mail under way came. */
export class SmtpConversation {
  private readonly connection: SMTPConnection;
  private opened = false;
  private over = false;
  private broken: (error: NodemailerError) => void = () => undefined;

  constructor(private readonly settings: SmtpSettings) {
    this.connection = new SMTPConnection(settings.connection);
    this.connection.on('error', (error: NodemailerError) => this.broken(error));
    this.connection.once('end', () => {
      this.over = true;
      // Later in this turn comes the failure that ended it, and that one knows more.
      setImmediate(() => this.broken(new Error('The server closed the connection')));
    });
  }

  get isOver(): boolean {
    return this.over;
  }

  /** `deadline`, here and below, is a time of `performance.now()`. */
  async open(deadline: number): Promise<void> {
    await this.step(deadline, (done) => this.connection.connect(done));
    const { login } = this.settings;
    if (login && this.connection.allowsAuth) {
      await this.step(deadline, (done) => this.connection.login(login, done));
    }
    this.opened = true;
  }

  /** Answers the server's last word. */
  async send(envelope: SMTPEnvelope, message: Buffer, deadline: number): Promise<string> {
    this.connection.lastServerResponse = false;
    const { response } = await this.step<{ response: string }>(deadline, (done) =>
      this.connection.send(envelope, message, done),
    );
    return response;
  }

  /** After a mail that was not taken: whether the connection can be used for another. */
  async recover(deadline: number): Promise<boolean> {
    if (this.over) return false;
    try {
      await this.step(deadline, (done) => this.connection.reset(done));
    } catch {
      this.connection.close();
    }
    return !this.over;
  }

  end(): void {
    if (this.over) return;
    this.connection.quit();
    setTimeout(() => this.connection.close(), GOODBYE_MS).unref();
  }

  private get stage(): SmtpStage {
    if (!this.opened) return 'opening';
    return this.connection.lastServerResponse === false ? 'sender' : 'message';
  }

  private step<Answer>(deadline: number, begin: (done: Done<Answer>) => void): Promise<Answer> {
    return new Promise<Answer>((resolve, reject) => {
      const giveUp = () => {
        this.broken(new Error('Time-out: the server was too slow'));
        this.connection.close();
      };
      const timer = setTimeout(giveUp, Math.max(deadline - performance.now(), 0));
      this.broken = (error) => {
        clearTimeout(timer);
        reject(new MailFailure(failureKind(this.stage, error), oneLine(error.message), { cause: error }));
      };
      begin((error, answer) => {
        if (error) return this.broken(error);
        clearTimeout(timer);
        resolve(answer as Answer);
      });
    });
  }
}
