import { createHash, generateKeyPairSync } from 'node:crypto';
import { SmtpSink } from '../../../../test/support/mail/smtp-sink.ts';
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

let sink: SmtpSink;
beforeEach(async () => {
  sink = await SmtpSink.start();
});
afterEach(() => sink.down());

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
  const transport = new MailerMailTransport({ url: sink.url, dkim: { ...KEY, privateKey } });
  await transport.send(MAIL);
  await transport.close();
  const [mail] = sink.mails;
  const tags = Object.fromEntries(
    (mail?.header('DKIM-Signature') ?? '')
      .replace(/\s/g, '')
      .split(';')
      .map((tag) => [tag.slice(0, tag.indexOf('=')), tag.slice(tag.indexOf('=') + 1)]),
  ) as Record<string, string>;
  expect(tags).toMatchObject({ d: 'kendo.example', s: 'mail', bh: bodyHash(mail?.raw ?? '') });
  expect(tags.h).toMatch(/list-unsubscribe:list-unsubscribe-post/);
});

test('a key that cannot be read is an error at once', () => {
  expect(() => new MailerMailTransport({ url: sink.url, dkim: { ...KEY, privateKey: 'none' } })).toThrow();
});
