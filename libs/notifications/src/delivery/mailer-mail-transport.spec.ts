import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { FailureKind, OutgoingMail } from './mail-transport.js';
import { MailerMailTransport } from './mailer-mail-transport.js';

type Phase = 'greeting' | 'EHLO' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'message';

/** A reply, or `cut`, or `silence` from there on. */
type Script = Partial<Record<Phase, string>>;

/** Says what it is told to, with PIPELINING or without: SMTP as far as a client of one recipient needs it. */
class ScriptedServer {
  script: Script = {};
  pipelining = true;
  connections = 0;
  readonly mails: string[] = [];
  private readonly sockets = new Set<Socket>();
  private readonly server: Server = createServer((socket) =>
    this.converse(socket).catch(() => socket.destroy()),
  );

  async start(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `smtp://user:secret@127.0.0.1:${(this.server.address() as AddressInfo).port}/?maxConnections=2`;
  }

  async stop(): Promise<void> {
    this.server.close();
    this.cutAll();
  }

  cutAll(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  private async converse(socket: Socket): Promise<void> {
    this.connections += 1;
    this.sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
    let refused = false;
    let silent = false;
    const say = (phase: Phase, usual: string): void => {
      const reply = this.script[phase] ?? usual;
      silent ||= reply === 'silence';
      if (reply === 'cut') socket.destroy();
      else if (!silent) socket.write(`${reply}\r\n`);
      refused ||= reply !== usual;
    };
    say('greeting', '220 scripted');
    let message: string[] | null = null;
    for await (const line of createInterface(socket)) {
      if (socket.destroyed || silent) continue;
      const verb = line.slice(0, 4).toUpperCase();
      if (message) {
        if (line !== '.') message.push(line);
        else {
          if (!this.script.message) this.mails.push(message.join('\n'));
          message = null;
          say('message', '250 taken');
        }
      } else if (verb === 'EHLO') say('EHLO', this.extensions());
      else if (verb === 'HELO') socket.write('502 no\r\n');
      else if (verb === 'AUTH') say('AUTH', '235 welcome');
      else if (verb === 'MAIL') {
        refused = false;
        say('MAIL', '250 sender ok');
      } else if (verb === 'RCPT') say('RCPT', '250 recipient ok');
      else if (verb === 'DATA') {
        if (refused) socket.write('503 nobody to send it to\r\n');
        else say('DATA', '354 go on');
        message = refused ? null : [];
      } else if (verb === 'RSET') socket.write('250 forgotten\r\n');
      else socket.end('221 bye\r\n');
    }
  }

  private extensions(): string {
    return ['scripted', 'AUTH PLAIN', ...(this.pipelining ? ['PIPELINING'] : []), 'SIZE 100000']
      .map((line, index, all) => `250${index < all.length - 1 ? '-' : ' '}${line}`)
      .join('\r\n');
  }
}

const TIMES = { connect: 300, greeting: 150, answer: 150, mail: 1_000 };

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

beforeEach(async () => {
  server = new ScriptedServer();
  transport = new MailerMailTransport({ url: await server.start(), times: TIMES });
});

afterEach(async () => {
  await transport.close();
  await server.stop();
});

const failure = (kind: FailureKind) => expect.objectContaining({ kind });
const failsIn = async (phase: Phase, reply: string, kind: FailureKind): Promise<void> => {
  server.script = { [phase]: reply };
  await expect(transport.send(MAIL)).rejects.toEqual(failure(kind));
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
  await server.stop();
  await expect(transport.send(MAIL)).rejects.toEqual(failure('way'));
});

test('a message above the announced limit is refused', async () => {
  await expect(transport.send({ ...MAIL, text: 'x'.repeat(150_000) })).rejects.toEqual(failure('refused'));
});

test.each(['alice@acme.example>\r\nRCPT TO:<mallory@evil.example', 'a@x.example, b@y.example', 'nobody', ''])(
  'what is not one address is refused: %p',
  async (address) => {
    await expect(transport.send({ ...MAIL, to: { name: '', address } })).rejects.toEqual(failure('refused'));
    expect(server.connections).toBe(0);
  },
);

test('connections are kept, and one that the server ended meanwhile is replaced without a failure', async () => {
  await Promise.all([transport.send(MAIL), transport.send(MAIL)]);
  await Promise.all([transport.send(MAIL), transport.send(MAIL)]);
  expect(server.connections).toBe(2);

  server.cutAll();
  await transport.send(MAIL);
  expect(server.mails).toHaveLength(5);
});

test('a server that ends a used connection with its answer to MAIL FROM is asked anew', async () => {
  await transport.send(MAIL);
  server.script = { MAIL: '421 enough for this connection' };
  await expect(transport.send(MAIL)).rejects.toEqual(failure('way'));
  expect(server.connections).toBe(2);
});

test('a server that trickles is given up on in time', async () => {
  const begun = performance.now();
  server.script = { message: '250-taken\r\n'.repeat(3) + '250-still' };
  await expect(transport.send(MAIL)).rejects.toEqual(failure('passing'));
  expect(performance.now() - begun).toBeLessThan(TIMES.mail + 500);
});

test('after closing, nothing is sent', async () => {
  await transport.send(MAIL);
  await transport.close();
  await expect(transport.send(MAIL)).rejects.toEqual(failure('way'));
});
