import { invalidQuery } from '../errors/directus-error.js';
import { isRecord } from './json.js';

/** Names as text with commas or as a list, trimmed, each once; what is neither names nothing. */
export function namesIn(parameter: string, raw: unknown, most: number): string[] {
  const parts = typeof raw === 'string' ? [raw] : Array.isArray(raw) ? (raw as unknown[]) : [];
  const names = parts.flatMap((part, index) => {
    if (typeof part !== 'string') throw invalidQuery(`"${parameter}[${index}]" must be a string`);
    return part.split(',').map((name) => name.trim());
  });
  const unique = [...new Set(names)];
  if (unique.length > most)
    throw invalidQuery(`"${parameter}" must contain less than or equal to ${most} items`);
  return unique;
}

/** A list that the reader of a URL may have made an object of: `fields[0]=id` and so on up to more than it likes. */
export function listFrom(raw: unknown): unknown {
  return isRecord(raw) && Object.keys(raw).every((key) => /^\d+$/.test(key)) ? Object.values(raw) : raw;
}
