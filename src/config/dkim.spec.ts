import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from './settings.js';

const PEM = { type: 'pkcs8', format: 'pem' } as const;
const rsa = (modulusLength: number) =>
  generateKeyPairSync('rsa', { modulusLength }).privateKey.export(PEM) as string;
const privateKey = rsa(1024);
const NAMES = { DKIM_DOMAIN: 'Kendo.Dev', DKIM_SELECTOR: 'mail2026' };
const KEY = { domainName: 'kendo.dev', keySelector: 'mail2026', privateKey };

const dkimOf = (env: Record<string, string>) => readSettings(env).dkim;

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kendo-dkim-'));
  file = join(folder, 'key.pem');
  await writeFile(file, privateKey);
});
afterAll(() => rm(folder, { recursive: true }));

it('signs nothing unless it is told to', () => {
  expect(dkimOf({ DKIM_DOMAIN: '', DKIM_PRIVATE_KEY: '' })).toBeUndefined();
});

it('takes the key itself, on many lines or on one, or the name of its file', () => {
  expect(dkimOf({ ...NAMES, DKIM_PRIVATE_KEY: privateKey })).toEqual(KEY);
  expect(dkimOf({ ...NAMES, DKIM_PRIVATE_KEY: privateKey.replaceAll('\n', '\\n') })).toEqual(KEY);
  expect(dkimOf({ ...NAMES, DKIM_PRIVATE_KEY_FILE: file })).toEqual(KEY);
});

const [SELECTOR_TOO, DOMAIN_TOO, KEY_TOO] = [
  'DKIM_SELECTOR must be set too, for DKIM to sign with.',
  'DKIM_DOMAIN must be set too, for DKIM to sign with.',
  'DKIM_PRIVATE_KEY or DKIM_PRIVATE_KEY_FILE must be set too, for DKIM to sign with.',
];
const NO_KEY =
  'DKIM_PRIVATE_KEY must be an RSA private key in PEM, of at least 1024 bits and without a passphrase.';
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export(PEM) as string;
const locked = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({
  ...PEM,
  cipher: 'aes-256-cbc',
  passphrase: 'secret',
}) as string;

it.each([
  ['a domain alone', { DKIM_DOMAIN: 'kendo.dev' }, [SELECTOR_TOO, KEY_TOO]],
  ['a key alone', { DKIM_PRIVATE_KEY: privateKey }, [DOMAIN_TOO, SELECTOR_TOO]],
  ['names without a key', NAMES, [KEY_TOO]],
  ['text for a key', { ...NAMES, DKIM_PRIVATE_KEY: 'secret' }, [NO_KEY]],
  ['a key that no DKIM knows', { ...NAMES, DKIM_PRIVATE_KEY: ec }, [NO_KEY]],
  ['a short key', { ...NAMES, DKIM_PRIVATE_KEY: rsa(512) }, [NO_KEY]],
  ['a key that is locked', { ...NAMES, DKIM_PRIVATE_KEY: locked }, [NO_KEY]],
  [
    'wrong names',
    { DKIM_DOMAIN: 'kendo dev', DKIM_SELECTOR: 'a;b', DKIM_PRIVATE_KEY: privateKey },
    [
      'DKIM_DOMAIN must be the domain that signs, such as kendo.dev.',
      "DKIM_SELECTOR must be the key's name in the DNS, such as mail2026.",
    ],
  ],
])('refuses %s', (_, env, sentences) => {
  const lines = ['These settings cannot be used:', ...sentences.map((sentence) => `  ${sentence}`)];
  expect(() => readSettings(env)).toThrow(new Error(lines.join('\n')));
});

it('refuses two keys, and a file that is none or is not there', async () => {
  const other = join(folder, 'other.pem');
  await writeFile(other, 'secret');
  expect(() => dkimOf({ ...NAMES, DKIM_PRIVATE_KEY: privateKey, DKIM_PRIVATE_KEY_FILE: file })).toThrow(
    /DKIM_PRIVATE_KEY and DKIM_PRIVATE_KEY_FILE must not both be set\.$/,
  );
  expect(() => dkimOf({ ...NAMES, DKIM_PRIVATE_KEY_FILE: other })).toThrow(
    /DKIM_PRIVATE_KEY_FILE must name a file with an RSA private key/,
  );
  expect(() => dkimOf({ ...NAMES, DKIM_PRIVATE_KEY_FILE: join(folder, 'none') })).toThrow(
    /DKIM_PRIVATE_KEY_FILE cannot be read: ENOENT/,
  );
});
