import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { DkimKey } from '@kendo/notifications';
import { z } from 'zod';
import { dnsName } from './dns-name.js';

const PRIVATE_KEY = 'an RSA private key in PEM, of at least 1024 bits and without a passphrase';
/** What receivers still take (RFC 8301). */
const LEAST_BITS = 1024;

/** Receivers ask the DNS for `<selector>._domainkey.<domain>`, which tells the public half of the key. */
export const dkimVariables = {
  DKIM_DOMAIN: dnsName('must be the domain that signs, such as kendo.dev').optional(),
  DKIM_SELECTOR: dnsName("must be the key's name in the DNS, such as mail2026").optional(),
  /** A variable often holds one line only, in which `\n` stands for the line ends. */
  DKIM_PRIVATE_KEY: z
    .string()
    .transform((text) => text.replaceAll('\\n', '\n'))
    .refine(isPrivateKey, { error: `must be ${PRIVATE_KEY}` })
    .optional(),
  DKIM_PRIVATE_KEY_FILE: z
    .string()
    .transform(readFile)
    .refine(isPrivateKey, { error: `must name a file with ${PRIVATE_KEY}` })
    .optional(),
};

type Dkim = Readonly<Partial<Record<keyof typeof dkimVariables, string | undefined>>>;

/** What is missing, or too much: it is a domain, a selector and one key, or nothing. Each completes "DKIM_… …". */
export function dkimMistakes(dkim: Dkim): string[] {
  const { DKIM_DOMAIN, DKIM_SELECTOR, DKIM_PRIVATE_KEY, DKIM_PRIVATE_KEY_FILE } = dkim;
  const key = DKIM_PRIVATE_KEY ?? DKIM_PRIVATE_KEY_FILE;
  if (DKIM_PRIVATE_KEY && DKIM_PRIVATE_KEY_FILE) {
    return ['DKIM_PRIVATE_KEY and DKIM_PRIVATE_KEY_FILE must not both be set'];
  }
  const parts = { DKIM_DOMAIN, DKIM_SELECTOR, 'DKIM_PRIVATE_KEY or DKIM_PRIVATE_KEY_FILE': key };
  const missing = Object.entries(parts).flatMap(([name, value]) => (value === undefined ? [name] : []));
  if (missing.length === Object.keys(parts).length) return [];
  return missing.map((name) => `${name} must be set too, for DKIM to sign with`);
}

/** Of variables without mistakes. */
export function dkimKey(dkim: Dkim): DkimKey | undefined {
  const { DKIM_DOMAIN: domainName, DKIM_SELECTOR: keySelector } = dkim;
  const privateKey = dkim.DKIM_PRIVATE_KEY ?? dkim.DKIM_PRIVATE_KEY_FILE;
  if (!domainName || !keySelector || !privateKey) return undefined;
  return { domainName, keySelector, privateKey };
}

function readFile(path: string, context: z.RefinementCtx<string>): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    context.addIssue(`cannot be read: ${(error as Error).message}`);
    return z.NEVER;
  }
}

function isPrivateKey(pem: string): boolean {
  try {
    const { asymmetricKeyType: type, asymmetricKeyDetails: details } = createPrivateKey(pem);
    return type === 'rsa' && (details?.modulusLength ?? 0) >= LEAST_BITS;
  } catch {
    return false;
  }
}
