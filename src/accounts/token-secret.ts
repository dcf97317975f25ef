import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a caller presents as `<id>|<secret>`. */
export interface PresentedToken {
  readonly id: number;
  readonly secret: string;
}

const CANONICAL = /^([1-9]\d*)\|([\w-]{40})$/;

/** One token has one spelling: no leading zeros, nothing around it. */
export function parseToken(text: string): PresentedToken | undefined {
  const [, digits, secret] = CANONICAL.exec(text) ?? [];
  const id = Number(digits);
  return secret !== undefined && Number.isSafeInteger(id) ? { id, secret } : undefined;
}

export function formatToken({ id, secret }: PresentedToken): string {
  return `${id}|${secret}`;
}

/** 240 random bits, so that a plain hash is enough to keep it by. */
export function createSecret(): string {
  return randomBytes(30).toString('base64url');
}

export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Takes the same time wherever the two differ. */
export function matches(secret: string, hash: Buffer): boolean {
  return timingSafeEqual(hashOf(secret), hash);
}
