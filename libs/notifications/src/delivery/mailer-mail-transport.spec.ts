import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { FailureKind, OutgoingMail } from './mail-transport.js';
import { MailerMailTransport } from './mailer-mail-transport.js';

type Phase = 'greeting' | 'EHLO' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'message';

/** A reply, or `cut`, or `silence` from there on. */
type Script = Partial<Record<Phase, string>>;

/** SMTP as far as a client with one recipient needs it, but for what the script says. */
class Session {
  private message: string[] | null = null;
  private isRefused = false;
  private isSilent = false;

  constructor(
    private readonly server: ScriptedServer,
    private readonly socket: Socket,
  ) {
    this.say('greeting', '220 scripted');
    createInterface(socket).on('line', (line) => {
      if (this.isSilent || socket.destroyed) return;
      if (this.message) this.take(line, this.message);
      else this.obey(line);
    });
  }

  private say(phase: Phase, usual: string): void {
    const reply = this.server.script[phase] ?? usual;
    this.isRefused ||= reply !== usual;
    this.isSilent ||= reply === 'silence';
    if (reply === 'cut') this.socket.destroy();
    else if (!this.isSilent) this.socket.write(`${reply}\r\n`);
  }

  private obey(line: string): void {
    const commands: Record<string, () => void> = {
      EHLO: () => this.say('EHLO', this.server.extensions),
      AUTH: () => this.say('AUTH', '235 welcome'),
      MAIL: () => {
        this.isRefused = false;
        this.say('MAIL', '250 sender ok');
      },
      RCPT: () => {
        this.server.recipients.push(line.slice('RCPT TO:'.length));
        this.say('RCPT', '250 recipient ok');
      },
      DATA: () => this.begin(),
      RSET: () => this.socket.write('250 forgotten\r\n'),
      QUIT: () => this.socket.end('221 bye\r\n'),
    };
    const command = commands[line.slice(0, 4)] ?? (() => this.socket.write('502 what?\r\n'));
    command();
  }

  private begin(): void {
    if (this.isRefused) this.socket.write('503 nobody to send it to\r\n');
    else this.say('DATA', '354 go on');
    this.message = this.isRefused ? null : [];
  }

  private take(line: string, message: string[]): void {
    if (line !== '.') return void message.push(line);
    this.message = null;
    if (!this.server.script.message) this.server.mails.push(message.join('\n'));
    this.say('message', '250 taken');
  }
}

class ScriptedServer {
  script: Script = {};
  pipelining = true;
  connections = 0;
  readonly recipients: string[] = [];
  readonly mails: string[] = [];
  readonly sockets = new Set<Socket>();
  private readonly server: Server = createServer((socket) => {
    this.connections += 1;
    this.sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
    new Session(this, socket);
  });

  get extensions(): string {
    return `250-scripted\r\n250-AUTH PLAIN\r\n${this.pipelining ? '250-PIPELINING\r\n' : ''}250 SIZE 100000`;
  }

  async start(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `smtp://user:secret@127.0.0.1:${(this.server.address() as AddressInfo).port}/?maxConnections=2`;
  }

  stop(): void {
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
  }
}

/** For a server that says nothing, or too little at a time. */
const IMPATIENT = '&greetingTimeout=300&socketTimeout=300&mailTimeout=1500';

const MAIL: OutgoingMail = {
  from: { name: 'Kendo', address: 'no-reply@kendo.example' },
  to: { name: 'Alice', address: 'alice@acme.example' },
  subject: 'Hello',
  html: '<p>Hello</p>',
  text: 'Hello',
  messageId: '<mail.1.2@kendo.example>',
  references: '<thread.1.2@kendo.example>',
  headers: {},
};

let server: ScriptedServer;
let transport: MailerMailTransport;
let impatient: MailerMailTransport;

beforeEach(async () => {
  server = new ScriptedServer();
  const url = await server.start();
  transport = new MailerMailTransport({ url });
  impatient = new MailerMailTransport({ url: url + IMPATIENT });
});

afterEach(async () => {
  await transport.close();
  await impatient.close();
  server.stop();
});

const failure = (kind: FailureKind): unknown => expect.objectContaining({ kind });
const failsIn = async (phase: Phase, reply: string, kind: FailureKind): Promise<void> => {
  server.script = { [phase]: reply };
  const sender = reply === 'silence' ? impatient : transport;
  await expect(sender.send(MAIL)).rejects.toEqual(failure(kind));
};

describe.each([true, false])('a server with PIPELINING %p', (pipelining) => {
  beforeEach(() => {
    server.pipelining = pipelining;
  });

  test('takes a mail and says so', async () => {
    await expect(transport.send(MAIL)).resolves.toBe('250 taken');
    expect(server.mails[0]).toContain('Message-ID: <mail.1.2@kendo.example>');
  });

  test.each<[Phase, readonly string[]]>([
    ['greeting', ['421 busy', '554 no', 'cut', 'silence']],
    ['EHLO', ['421 busy', '502 no', 'cut', 'silence']],
    ['AUTH', ['454 later', '535 wrong', 'cut', 'silence']],
    ['MAIL', ['421 busy', '450 no', '451 no', '452 no', '530 no', '550 no', '554 no', 'cut', 'silence']],
  ])('at %s: a fault of the way', async (phase, replies) => {
    for (const reply of replies) await failsIn(phase, reply, 'way');
  });

  test.each<[Phase, readonly string[]]>([
    ['RCPT', ['421 busy', '450 busy', '451 greylisted', '452 later', 'cut', 'silence']],
    ['DATA', ['421 busy', '451 no', 'cut', 'silence']],
    ['message', ['421 busy', '450 no', '451 no', '452 no', 'cut', 'silence']],
  ])('at %s: costs an attempt', async (phase, replies) => {
    for (const reply of replies) await failsIn(phase, reply, 'passing');
  });

  test.each<[Phase, readonly string[]]>([
    ['MAIL', ['552 too big', '550 5.3.4 too big']],
    ['RCPT', ['550 unknown', '552 full', '553 no', '554 no']],
    ['DATA', ['554 no']],
    ['message', ['550 no', '552 too big', '554 spam']],
  ])('at %s: refused for good', async (phase, replies) => {
    for (const reply of replies) await failsIn(phase, reply, 'refused');
  });

  test('goes on over the same connection after a refusal', async () => {
    await failsIn('RCPT', '550 unknown', 'refused');
    server.script = {};
    await transport.send(MAIL);
    expect(server.connections).toBe(1);
  });
});

test('the answer is kept word by word, on one line', async () => {
  server.script = { RCPT: '550-5.1.1 unknown\r\n550 5.1.1 really' };
  await expect(transport.send(MAIL)).rejects.toThrow(/550-5\.1\.1 unknown 550 5\.1\.1 really$/);
});

test('nobody listening is a fault of the way', async () => {
  server.stop();
  await expect(transport.send(MAIL)).rejects.toEqual(failure('way'));
});

test('a message above the announced limit is refused', async () => {
  await expect(transport.send({ ...MAIL, text: 'x'.repeat(150_000) })).rejects.toEqual(failure('refused'));
});

test('an address never becomes two', async () => {
  await transport.send({ ...MAIL, to: { name: '', address: 'a@x.example, mallory@evil.example' } });
  expect(server.recipients).toEqual(['<"a@x.example, mallory"@evil.example>']);
});

test('connections are kept, and one that the server ended meanwhile is replaced without a failure', async () => {
  await Promise.all([transport.send(MAIL), transport.send(MAIL)]);
  await Promise.all([transport.send(MAIL), transport.send(MAIL)]);
  expect(server.connections).toBe(2);

  for (const socket of server.sockets) socket.destroy();
  await transport.send(MAIL);
  expect(server.mails).toHaveLength(5);
});

test('a server that ends a used connection with its answer to MAIL FROM is asked anew', async () => {
  await transport.send(MAIL);
  server.script = { MAIL: '421 enough for this connection' };
  await expect(transport.send(MAIL)).rejects.toEqual(failure('way'));
  expect(server.connections).toBe(2);
});

test('a server that never comes to an end is given up on in time', async () => {
  server.script = { message: '250-taken' };
  const trickle = setInterval(() => server.sockets.forEach((socket) => socket.write('250-still\r\n')), 100);
  await expect(impatient.send(MAIL)).rejects.toMatchObject({
    kind: 'passing',
    message: expect.stringContaining('too slow'),
  });
  clearInterval(trickle);
});

test('after closing, nothing is sent', async () => {
  await transport.send(MAIL);
  await transport.close();
  await expect(transport.send(MAIL)).rejects.toEqual(failure('way'));
});
