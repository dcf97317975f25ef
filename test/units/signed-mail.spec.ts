import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mailTransport } from '../../src/adapters/mail-transport.ts';
import { readSettings } from '../../src/config/settings.ts';
import { verifyDkim } from '../support/mail/dkim-signature.ts';
import { SmtpSink } from '../support/mail/smtp-sink.ts';

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 1024,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const publicKey = createPublicKey(privateKey);

const MAIL = {
  from: { name: 'Kendo', address: 'notifications@kendo.example' },
  to: { name: 'Zoë 🦊', address: 'zoe@acme.example' },
  subject: 'Zoë commented on "A title that is long enough to be folded over more than one line of a header"',
  html: '<p>Héllo</p>\n\n<p>  Zoë </p>\n\n\n',
  text: 'Héllo\n\n  Zoë \n.\n-- \nAcme\n',
  messageId: '<mail.1.2@kendo.example>',
  references: '<thread.1.2@kendo.example>',
  headers: {
    'List-Unsubscribe': '<https://acme.example/unsubscribe/1/abc>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  },
};

/** What the settings say about DKIM, as the receiver of a mail sees it. */
describe('a mail', () => {
  let sink: SmtpSink;
  beforeAll(async () => {
    sink = await SmtpSink.start();
  });
  afterAll(() => sink.down());

  async function received(env: Record<string, string>): Promise<string> {
    const transport = mailTransport(readSettings({ MAIL_URL: sink.url, ...env }));
    await transport.send(MAIL);
    await transport.close();
    return sink.mails.at(-1)?.raw ?? '';
  }

  const DKIM = { DKIM_DOMAIN: 'kendo.example', DKIM_SELECTOR: 'mail2026', DKIM_PRIVATE_KEY: privateKey };

  test('is signed so that its receiver can verify it', async () => {
    const verdict = verifyDkim(await received(DKIM), publicKey);

    expect(verdict).toMatchObject({
      domain: 'kendo.example',
      selector: 'mail2026',
      bodyHolds: true,
      headersHold: true,
    });
    const signed = ['from', 'to', 'subject', 'date', 'list-unsubscribe', 'list-unsubscribe-post'];
    expect(verdict.signed).toEqual(expect.arrayContaining(signed));
  });

  test.each([
    ['subject', /^Subject: /m, 'bodyHolds', 'headersHold'],
    /* The header before it is a signature, in which any letters may stand. */
    ['text', /(?<=\r\n\r\n[^]*)llo/, 'headersHold', 'bodyHolds'],
  ] as const)('is not the same with another %s', async (_, part, holds, breaks) => {
    const raw = await received(DKIM);
    const verdict = verifyDkim(raw.replace(part, '$&x'), publicKey);

    expect([verdict[holds], verdict[breaks]]).toEqual([true, false]);
  });

  test('is not signed without a key', async () => {
    expect(await received({})).not.toMatch(/^DKIM-Signature:/im);
  });
});
