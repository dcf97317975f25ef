import { isIP } from 'node:net';
import { mailboxOf } from '@kendo/notifications';
import { z } from 'zod';
import { dkimVariables } from './dkim.js';
import { dnsName } from './dns-name.js';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const PORT_MAX = 65_535;
const DRAIN_MAX = 600;

/** The variables as they stand in the environment. Each message completes the sentence "PORT …". */
export const variables = z.object({
  PORT: integer(0, PORT_MAX).default(3000),
  DATA_DIR: z.string().default('.data'),
  TENANT_DOMAIN: dnsName('must be a host name without port, such as kendo.dev').default('localhost'),
  PUBLIC_URL: origin().optional(),
  DATABASE_URL: url('postgres', 'postgresql').optional(),
  MIGRATE_DATABASE_URL: url('postgres', 'postgresql').optional(),
  REDIS_URL: url('redis', 'rediss').optional(),
  MAIL_URL: url('smtp', 'smtps')
    .refine(namesHost, { error: 'must name the mail server, as in smtp://mail.example:587' })
    .optional(),
  MAIL_FROM: sender().optional(),
  ...dkimVariables,
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` }).default('info'),
  SEED_DEMO: flag().optional(),
  TRUSTED_PROXY: addresses().default([]),
  DELIVERY: flag().default(true),
  METRICS_PORT: integer(1, PORT_MAX).optional(),
  DRAIN_SECONDS: integer(0, DRAIN_MAX).default(0),
  TOKEN_RATE_LIMIT: integer(1, Number.MAX_SAFE_INTEGER).default(6_000),
  TENANT_RATE_LIMIT: integer(1, Number.MAX_SAFE_INTEGER).default(60_000),
  WRONG_TOKEN_RATE_LIMIT: integer(1, Number.MAX_SAFE_INTEGER).default(100),
});

/** Tenants are looked for below TENANT_DOMAIN and linked to below PUBLIC_URL. */
export const environment = variables.refine(
  ({ PUBLIC_URL: url, TENANT_DOMAIN: name }) => !url || new URL(url).hostname === name,
  { path: ['PUBLIC_URL'], error: 'must name the host that TENANT_DOMAIN names' },
);

function integer(least: number, most: number) {
  const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
  const error = `must be a whole number ${range}`;
  return z
    .string()
    .regex(/^\d+$/, { error, abort: true })
    .transform(Number)
    .pipe(z.int({ error }).min(least, { error }).max(most, { error }));
}

/** The value may hold a password, so the message does not repeat it. */
function url(...schemes: string[]) {
  const error = `must be a URL that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`;
  const isRight = (text: string) =>
    URL.canParse(text) && schemes.includes(new URL(text).protocol.slice(0, -1));
  return z.string().refine(isRight, { error });
}

function namesHost(text: string): boolean {
  return !URL.canParse(text) || new URL(text).hostname !== '';
}

function flag() {
  return z.stringbool({
    truthy: ['1', 'true', 'on'],
    falsy: ['0', 'false', 'off'],
    error: 'must be 1, true or on, or 0, false or off',
  });
}

function origin() {
  const error = 'must be a URL without a path, such as https://kendo.dev:8443';
  return z
    .string()
    .refine(isOrigin, { error, abort: true })
    .transform((text) => new URL(text).origin);
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { origin, href } = new URL(text);
  return /^https?:/.test(origin) && href === `${origin}/`;
}

function sender() {
  const error = 'must be one address, or a name and an address such as Kendo <notifications@kendo.dev>';
  return z.string().refine(isMailbox, { error });
}

function isMailbox(text: string): boolean {
  try {
    return mailboxOf(text).address !== '';
  } catch {
    return false;
  }
}

function addresses() {
  const error = 'must be a list of IP addresses or networks, such as 10.0.0.0/8,127.0.0.1';
  return z
    .string()
    .transform((list) => list.split(',').map((entry) => entry.trim()))
    .refine((list) => list.every(isNetwork), { error });
}

function isNetwork(entry: string): boolean {
  const [address = '', bits, ...rest] = entry.split('/');
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return (
    most > 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
  );
}
