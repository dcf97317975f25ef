import { once } from 'node:events';
import type { Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { freePort } from '../process/free-port.ts';
import { parseMail, type Mail } from './mail.ts';

/**
 * What the server says in one phase: yes (`undefined`), a refusal, nothing at all, or it drops the connection;
 * `take and cut` keeps the message and drops the connection before it says so.
 */
export type Reply = undefined | { readonly code: number; readonly text: string } | Fault;
type Fault = 'silence' | 'cut' | 'take and cut';
type Says = Reply | Promise<Reply>;

/** What a test scripts; every phase it leaves out says yes. */
interface Answers {
  connect?: () => Says;
  auth?: (user: string) => Says;
  mail?: (address: string) => Says;
  rcpt?: (address: string) => Says;
  /** After the whole message has arrived. */
  data?: (mail: Mail) => Says;
}

interface Delivered extends Mail {
  /** The envelope's. */
  readonly recipients: readonly string[];
}

/** A real SMTP server that keeps what it is sent, and fails as it is told to. */
export class SmtpSink {
  answer: Answers = {};
  connections = 0;
  readonly mails: Delivered[] = [];
  private readonly sockets = new Map<number, Socket>();
  private server: SMTPServer | null = null;

  private constructor(private readonly port: number) {}

  static async start(): Promise<SmtpSink> {
    const sink = new SmtpSink(await freePort());
    await sink.up();
    return sink;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  mailsTo(recipient: string): Delivered[] {
    return this.mails.filter(({ recipients }) => recipients.includes(recipient));
  }

  async up(): Promise<void> {
    this.server = this.createServer();
    const listener = this.server.listen(this.port, '127.0.0.1');
    listener.on('connection', (socket: Socket) => this.remember(socket));
    await once(listener, 'listening');
  }

  /** Nobody listens any more, and who was connected is cut off. */
  async down(): Promise<void> {
    const server = this.server;
    this.server = null;
    if (!server) return;
    const closed = new Promise<void>((resolve) => server.close(resolve));
    for (const socket of this.sockets.values()) socket.destroy();
    await closed;
  }

  private createServer(): SMTPServer {
    const server = new SMTPServer({
      authOptional: true,
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS'],
      disableReverseLookup: true,
      socketTimeout: 10 * 60_000,
      onConnect: (session, done) => this.say(this.answer.connect?.(), session, done),
      onAuth: ({ username = '' }, session, done) =>
        this.say(this.answer.auth?.(username), session, (error) => done(error, { user: username })),
      onMailFrom: ({ address }, session, done) => this.say(this.answer.mail?.(address), session, done),
      onRcptTo: ({ address }, session, done) => this.say(this.answer.rcpt?.(address), session, done),
      onData: (stream, session, done) => this.say(this.receive(stream, session), session, done),
    });
    /* A client that is cut off, or that gives up on our silence, is what the test wants to see. */
    return server.on('error', () => {});
  }

  private remember(socket: Socket): void {
    this.connections += 1;
    const port = socket.remotePort ?? 0;
    this.sockets.set(port, socket);
    socket.once('close', () => this.sockets.delete(port));
  }

  private async receive(stream: NodeJS.ReadableStream, session: SMTPServerSession): Promise<Reply> {
    const mail = await parseMail(await buffer(stream));
    const reply = await this.answer.data?.(mail);
    if (reply === undefined || reply === 'take and cut') {
      this.mails.push({ ...mail, recipients: session.envelope.rcptTo.map(({ address }) => address) });
    }
    return reply;
  }

  private say(says: Says, session: SMTPServerSession, done: (error?: Error | null) => void): void {
    Promise.resolve(says).then(
      (reply) => {
        if (reply === undefined) done();
        else if (typeof reply === 'object')
          done(Object.assign(new Error(reply.text), { responseCode: reply.code }));
        else if (reply !== 'silence') this.sockets.get(session.remotePort)?.destroy();
      },
      (error: Error) => done(error),
    );
  }
}
