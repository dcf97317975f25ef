import { createTransport } from 'nodemailer';
import { SmtpSink } from '../support/mail/smtp-sink.ts';

let sink: SmtpSink;
beforeEach(async () => {
  sink = await SmtpSink.start();
});
afterEach(() => sink.down());

const send = (to = 'alice@acme.example'): Promise<unknown> =>
  createTransport({ url: sink.url, socketTimeout: 500, greetingTimeout: 500 }).sendMail({
    from: 'Kendo <notifications@kendo.example>',
    to,
    subject: 'Grüße',
    text: 'Hello',
    html: '<p>Hello</p>',
    headers: { 'X-Kendo-Reason': 'assigned' },
  });

test('keeps a mail as its reader sees it', async () => {
  await send();

  expect(sink.mailsTo('alice@acme.example')).toEqual([
    expect.objectContaining({
      to: ['alice@acme.example'],
      from: { name: 'Kendo', address: 'notifications@kendo.example' },
      subject: 'Grüße',
      text: 'Hello\n',
      html: '<p>Hello</p>\n',
    }),
  ]);
  expect(sink.mails[0]?.header('x-kendo-reason')).toBe('assigned');
  expect(sink.mails[0]?.raw).toContain('X-Kendo-Reason: assigned');
});

test.each(['connect', 'mail', 'rcpt', 'data'] as const)('refuses in the phase %s', async (phase) => {
  sink.answer[phase] = () => ({ code: 451, text: 'not now' });

  await expect(send()).rejects.toMatchObject({ responseCode: 451 });
  expect(sink.mails).toHaveLength(0);
});

test('refuses one address and takes another', async () => {
  sink.answer.rcpt = (address) => (address.startsWith('bob@') ? { code: 550, text: 'no Bob' } : undefined);

  await expect(send('bob@acme.example')).rejects.toMatchObject({ responseCode: 550 });
  await send('alice@acme.example');
  expect(sink.mails).toHaveLength(1);
});

test.each(['silence', 'cut'] as const)('fails with %s in any phase', async (fault) => {
  for (const phase of ['connect', 'mail', 'rcpt', 'data'] as const) {
    sink.answer = { [phase]: () => fault };
    await expect(send()).rejects.toThrow();
  }
  expect(sink.mails).toHaveLength(0);
});

test('takes a message and drops the connection before it says so', async () => {
  sink.answer.data = () => 'take and cut';

  await expect(send()).rejects.toThrow();
  expect(sink.mails).toHaveLength(1);
});

test('asks for a login where one is given, and may refuse it', async () => {
  const url = sink.url.replace('//', '//kendo:secret@');
  sink.answer.auth = (user) => (user === 'kendo' ? { code: 535, text: 'no' } : undefined);

  await expect(createTransport(url).sendMail({ to: 'a@b.example' })).rejects.toMatchObject({ code: 'EAUTH' });
});

test('can be down for a while, at the same address', async () => {
  await sink.down();
  await expect(send()).rejects.toMatchObject({ code: 'ESOCKET' });

  await sink.up();
  await send();
  expect(sink.mails).toHaveLength(1);
});
