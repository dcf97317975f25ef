import { resolve } from 'node:path';
import { readSettings } from './settings.js';

it('needs nothing', () => {
  expect(readSettings({ PORT: '', DATABASE_URL: '' })).toEqual({
    port: 3000,
    dataDir: resolve('.data'),
    tenantDomain: 'localhost',
    publicUrl: 'http://localhost:3000',
    mailFrom: 'Kendo <notifications@localhost>',
    mailDir: resolve('.data/mail'),
    logLevel: 'info',
    seedsDemo: true,
    trustedProxies: [],
    delivers: true,
    drainSeconds: 0,
    tokenRateLimit: 6_000,
    tenantRateLimit: 60_000,
    wrongTokenRateLimit: 100,
  });
});

it('takes what it is told', () => {
  const settings = readSettings({
    PORT: '80',
    TENANT_DOMAIN: 'Kendo.Dev',
    DATABASE_URL: 'postgresql://kendo:secret@db/kendo',
    REDIS_URL: 'rediss://cache:6380/2',
    MAIL_URL: 'smtps://user:pass@mail:465',
    MAIL_FROM: '"Kendo, the tracker" <mail@kendo.dev>',
    DELIVERY: 'off',
    TRUSTED_PROXY: '10.0.0.0/8, ::1',
  });
  expect(settings).toMatchObject({
    port: 80,
    tenantDomain: 'kendo.dev',
    delivers: false,
    trustedProxies: ['10.0.0.0/8', '::1'],
  });
});

it('seeds a demo without being told in the embedded database alone', () => {
  const databaseUrl = 'postgres://kendo@db/kendo';
  expect(readSettings({ DATABASE_URL: databaseUrl }).seedsDemo).toBe(false);
  expect(readSettings({ DATABASE_URL: databaseUrl, SEED_DEMO: '1' }).seedsDemo).toBe(true);
  expect(readSettings({ SEED_DEMO: '0' }).seedsDemo).toBe(false);
});

it('tells all mistakes at once, and repeats no password', () => {
  const read = () =>
    readSettings({
      PORT: '70000',
      DATABASE_URL: 'mysql://root:secret@db',
      DELIVERY: 'maybe',
      LOG_LEVEL: 'loud',
    });
  expect(read).toThrow(
    [
      'These settings cannot be used:',
      '  PORT must be a whole number from 0 to 65535.',
      '  DATABASE_URL must be a URL that begins with postgres:// or postgresql://.',
      '  LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.',
      '  DELIVERY must be 1, true or on, or 0, false or off.',
    ].join('\n'),
  );
});

it.each([
  ['PORT', '-1'],
  ['PORT', '3000x'],
  ['TENANT_DOMAIN', 'kendo.dev:80'],
  ['TENANT_DOMAIN', '.kendo.dev'],
  ['REDIS_URL', 'localhost:6379'],
  ['MAIL_URL', 'mail.example'],
  ['MAIL_URL', 'smtp://'],
  ['MAIL_FROM', 'Kendo'],
  ['MAIL_FROM', 'Kendo <a@b>, c@d'],
  ['PUBLIC_URL', 'localhost'],
  ['PUBLIC_URL', 'ftp://localhost'],
  ['PUBLIC_URL', 'http://localhost/kendo'],
  ['PUBLIC_URL', 'http://user@localhost'],
  ['PUBLIC_URL', 'https://kendo.dev'],
  ['METRICS_PORT', '0'],
  ['DRAIN_SECONDS', '601'],
  ['TRUSTED_PROXY', 'true'],
  ['TRUSTED_PROXY', '10.0.0.0/33'],
  ['TOKEN_RATE_LIMIT', '0'],
])('refuses %s=%s', (name, value) => {
  expect(() => readSettings({ [name]: value })).toThrow(name);
});
