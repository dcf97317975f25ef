import { smtpSettings } from './smtp-settings.js';

test('patience has limits, shorter than those of a lease', () => {
  expect(smtpSettings('smtp://mail.example')).toMatchObject({
    connection: { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 },
    login: null,
    connections: 5,
    mailTimeout: 60_000,
  });
});

test('the URL may say otherwise', () => {
  const settings = smtpSettings(
    'smtps://user:secret@mail.example/?maxConnections=2&socketTimeout=5000&mailTimeout=9000',
  );
  expect(settings).toMatchObject({
    connection: { secure: true, host: 'mail.example', greetingTimeout: 10_000, socketTimeout: 5_000 },
    login: { user: 'user', pass: 'secret' },
    connections: 2,
    mailTimeout: 9_000,
  });
});

test.each(['socketTimeout=soon', 'mailTimeout=0', 'greetingTimeout=-1', 'connectionTimeout='])(
  'a time that is none, %s, is an error',
  (time) => {
    expect(() => smtpSettings(`smtp://mail.example/?${time}`)).toThrow(/milliseconds/);
  },
);
