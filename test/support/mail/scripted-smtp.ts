import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { freePort } from '../process/free-port.ts';
import { TcpServer } from '../process/tcp-server.ts';

export type Phase = 'greeting' | 'EHLO' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'message';

/**
 * In place of yes: a line of SMTP, nothing more from there on, or the connection's end; `take and cut` keeps the
 * message and hangs up before it says so.
 */
export type Reply = `${number} ${string}` | 'silence' | 'cut' | 'take and cut';

/** `recipient` is the envelope's, from RCPT on. */
type Script = (phase: Phase, recipient: string) => Reply | undefined;

interface Taken {
  readonly recipient: string;
  readonly messageId: string | undefined;
}

const YES: Readonly<Record<Phase, string>> = {
  greeting: '220 scripted',
  EHLO: '250-scripted\r\n250-AUTH PLAIN\r\n250 PIPELINING',
  AUTH: '235 welcome',
  MAIL: '250 sender',
  RCPT: '250 recipient',
  DATA: '354 go on',
  message: '250 taken',
};

/** A bare SMTP server that can fail where `SmtpSink` has to say yes, and speaks to each recipient as scripted. */
export class ScriptedSmtp {
  script: Script = () => undefined;
  readonly taken: Taken[] = [];
  private readonly server: TcpServer;

  private constructor(port: number) {
    this.server = new TcpServer(port, (socket) => this.meet(socket));
  }

  static async start(): Promise<ScriptedSmtp> {
    const scripted = new ScriptedSmtp(await freePort());
    await scripted.up();
    return scripted;
  }

  /** Login and short times: half a second of silence is long here. */
  get url(): string {
    return `smtp://user:secret@127.0.0.1:${this.server.port}/?greetingTimeout=500&socketTimeout=500&mailTimeout=2000`;
  }

  up(): Promise<void> {
    return this.server.up();
  }

  down(): Promise<void> {
    return this.server.down();
  }

  /** Ends every conversation: the next one begins with the greeting. */
  hangUp(): void {
    this.server.cutOff();
  }

  private meet(socket: Socket): void {
    const session = new Session(this, socket);
    /* A client that is killed is told of here as well. */
    createInterface(socket)
      .on('line', (line) => session.hear(line))
      .on('error', () => {});
  }
}

class Session {
  private recipient = '';
  private message: string[] | null = null;
  private isSilent = false;
  /** A client that pipelines says RCPT and DATA before it has heard the answer to MAIL. */
  private isRefused = false;

  constructor(
    private readonly scripted: ScriptedSmtp,
    private readonly socket: Socket,
  ) {
    this.say('greeting');
  }

  hear(line: string): void {
    if (this.isSilent || this.socket.destroyed) return;
    if (this.message === null) this.obey(line);
    else if (line === '.') this.end(this.message);
    else this.message.push(line);
  }

  private obey(line: string): void {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'MAIL') this.isRefused = false;
    if (verb === 'RCPT') this.recipient = /<(.*)>/.exec(line)?.[1] ?? '';
    if (verb === 'QUIT') this.socket.end('221 bye\r\n');
    else if (verb === 'RSET') this.socket.write('250 forgotten\r\n');
    else if (!(verb in YES)) this.socket.write('502 what?\r\n');
    else if (this.isRefused) this.socket.write('503 not now\r\n');
    else this.say(verb as Phase);
    if (verb === 'DATA' && !this.isRefused) this.message = [];
  }

  private end(message: readonly string[]): void {
    this.message = null;
    const reply = this.scripted.script('message', this.recipient);
    if (reply === undefined || reply === 'take and cut') {
      const header = message.find((line) => line.startsWith('Message-ID: '));
      this.scripted.taken.push({
        recipient: this.recipient,
        messageId: header?.slice('Message-ID: '.length),
      });
    }
    this.say('message');
  }

  private say(phase: Phase): void {
    const reply = this.scripted.script(phase, this.recipient) ?? YES[phase];
    this.isRefused = reply !== YES[phase];
    this.isSilent = reply === 'silence';
    if (reply === 'cut' || reply === 'take and cut') this.socket.destroy();
    else if (!this.isSilent) this.socket.write(`${reply}\r\n`);
  }
}
