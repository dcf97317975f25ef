import { createHash, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { OutgoingMail } from './mail-transport.js';
import { MailerMailTransport } from './mailer-mail-transport.js';

const KEY = { domainName: 'kendo.example', keySelector: 'mail' };

const MAIL: OutgoingMail = {
  from: { name: 'Kendo', address: 'no-reply@kendo.example' },
  to: { name: 'Alice', address: 'alice@acme.example' },
  subject: 'Hello',
  html: '<p>Hello</p>\n<p>Alice</p>\n',
  text: 'Hello\nAlice\n',
  messageId: '<mail.1.2@kendo.example>',
  references: '<thread.1.2@kendo.example>',
  headers: {
    'List-Unsubscribe': '<https://acme.example/u>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  },
};

const taken: string[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, _session, done) =>
    void text(stream).then((raw) => {
      taken.push(raw);
      done();
    }),
});
let url: string;

beforeAll(async () => {
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  url = `smtp://127.0.0.1:${(listener.address() as AddressInfo).port}`;
});
afterAll(() => new Promise<void>((closed) => server.close(closed)));

/** The hash of a body as it went over the wire, in the relaxed form of RFC 6376. */
function bodyHash(raw: string): string {
  const body = raw.slice(raw.indexOf('\r\n\r\n') + 4);
  const relaxed = body
    .replace(/[ \t]+/g, ' ')
    .replace(/ \r\n/g, '\r\n')
    .replace(/(\r\n)*$/, '\r\n');
  return createHash('sha256').update(relaxed).digest('base64');
}

test('a mail is signed as it goes over the wire, with both headers of its unsubscribe link', async () => {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const transport = new MailerMailTransport({ url, dkim: { ...KEY, privateKey } });
  await transport.send(MAIL);
  await transport.close();
  const raw = taken[0] ?? '';
  const { headers } = await PostalMime.parse(raw);
  const signature = headers.find(({ key }) => key === 'dkim-signature')?.value ?? '';
  const tags = Object.fromEntries(
    signature
      .replace(/\s/g, '')
      .split(';')
      .map((tag) => [tag.slice(0, tag.indexOf('=')), tag.slice(tag.indexOf('=') + 1)]),
  ) as Record<string, string>;
  expect(tags).toMatchObject({ d: 'kendo.example', s: 'mail', bh: bodyHash(raw) });
  expect(tags.h).toMatch(/list-unsubscribe:list-unsubscribe-post/);
});

test('a key that cannot be read, or that DKIM does not know, is an error at once', () => {
  const { privateKey: ec } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  for (const privateKey of ['none', ec]) {
    expect(() => new MailerMailTransport({ url, dkim: { ...KEY, privateKey } })).toThrow();
  }
});
