import { forbidden, invalidPayload } from '../errors/directus-error.js';

/** How many rows one request may name or make. */
const MAX_BATCH = 1_000;

/** A primary key as it stands in a path or a body; what is none is nobody's. */
export function keyIn(raw: unknown): number {
  const key = typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : raw;
  if (typeof key !== 'number' || !Number.isSafeInteger(key)) throw forbidden();
  return key;
}

/** Each once. */
export function keysIn(raw: readonly unknown[]): number[] {
  refuseLarge(raw.length);
  return [...new Set(raw.map(keyIn))];
}

export function refuseLarge(count: number): void {
  if (count > MAX_BATCH) throw invalidPayload(`Exceeded max batch mutation limit of ${MAX_BATCH}`);
}
