import { invalidPayload } from '../errors/directus-error.js';
import { isRecord } from '../query/json.js';
import type { RawQuery } from '../query/items-query.js';

/** Which rows a request is about: those with the keys, or those that a query finds. */
export type Batch = { readonly keys: readonly unknown[] } | { readonly query: RawQuery };

/** The body of a SEARCH: a query, keys, both or neither. */
export function searchIn(body: unknown): { keys?: readonly unknown[]; query?: RawQuery } {
  const { keys, query } = partsOf(body ?? {}, ['keys', 'query']);
  return { ...(keys && { keys }), ...(query && { query }) };
}

/** The body of a change or a deletion of many, in the words of Joi, which Directus uses. */
export function batchIn(body: unknown, also: readonly string[] = []): Batch {
  const { keys, query } = partsOf(body ?? {}, ['keys', 'query', ...also]);
  if (keys && query)
    throw invalidPayload('"value" contains a conflict between exclusive peers [query, keys]');
  if (keys) return { keys };
  if (query) return { query };
  throw invalidPayload('"value" must contain at least one of [query, keys]');
}

/** What a change of many writes. */
export function dataIn(body: unknown): Readonly<Record<string, unknown>> {
  const { data } = isRecord(body) ? body : {};
  if (data === undefined) throw invalidPayload('"data" is required');
  if (!isRecord(data)) throw invalidPayload('"data" must be of type object');
  return data;
}

function partsOf(
  body: unknown,
  allowed: readonly string[],
): { keys?: readonly unknown[] | undefined; query?: RawQuery | undefined } {
  if (!isRecord(body)) throw invalidPayload('"value" must be of type object');
  const { keys, query } = body;
  if (keys !== undefined && !Array.isArray(keys)) throw invalidPayload('"keys" must be an array');
  if (query !== undefined && !isRecord(query)) throw invalidPayload('"query" must be of type object');
  for (const key of Object.keys(body)) {
    if (!allowed.includes(key)) throw invalidPayload(`"${key}" is not allowed`);
  }
  return { keys, query };
}
