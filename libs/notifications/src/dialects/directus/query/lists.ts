import { invalidQuery } from '../errors/directus-error.js';

/** Names as text with commas or as a list, trimmed, each once; what is neither names nothing. */
export function namesIn(parameter: string, raw: unknown, most: number): string[] {
  /* Of a list with many entries the reader of the URL makes an object. */
  const parts = typeof raw === 'string' ? [raw] : Object.values(raw ?? {});
  const names = parts.flatMap((part, index) => {
    if (typeof part !== 'string') throw invalidQuery(`"${parameter}[${index}]" must be a string`);
    return part.split(',').map((name) => name.trim());
  });
  const unique = [...new Set(names)];
  if (unique.length > most)
    throw invalidQuery(`"${parameter}" must contain less than or equal to ${most} items`);
  return unique;
}
