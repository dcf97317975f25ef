import { invalidPayload } from '../errors/directus-error.js';
import { isRecord } from '../query/json.js';
import type { RawQuery } from '../query/items-query.js';

/** Which rows a request is about: those with the keys, or those that a query finds. */
type Batch = { readonly keys: readonly unknown[] } | { readonly query: RawQuery };

/** The body of a SEARCH: a query, keys, both or neither. */
export function searchIn(body: unknown): { keys?: readonly unknown[]; query?: RawQuery } {
  const { keys, query } = partsOf(body ?? {}, ['keys', 'query']);
  return { ...(keys && { keys }), ...(query && { query }) };
}

/** The body of a deletion of many, in the words of Joi, which Directus uses. */
export function batchIn(body: unknown): Batch {
  return batchOf(partsOf(body ?? {}, ['keys', 'query']));
}

/** The body of a change of many: which, and what becomes of them. */
export function changeOfManyIn(body: unknown): { batch: Batch; data: Readonly<Record<string, unknown>> } {
  const { data, ...parts } = partsOf(body ?? {}, ['keys', 'query', 'data']);
  if (data === undefined) throw invalidPayload('"data" is required');
  if (!isRecord(data)) throw invalidPayload('"data" must be of type object');
  return { batch: batchOf(parts), data };
}

interface Parts {
  readonly keys?: readonly unknown[] | undefined;
  readonly query?: RawQuery | undefined;
  readonly data?: unknown;
}

function batchOf({ keys, query }: Parts): Batch {
  if (keys && query)
    throw invalidPayload('"value" contains a conflict between exclusive peers [query, keys]');
  if (keys) return { keys };
  if (query) return { query };
  throw invalidPayload('"value" must contain at least one of [query, keys]');
}

function partsOf(body: unknown, allowed: readonly string[]): Parts {
  if (!isRecord(body)) throw invalidPayload('"value" must be of type object');
  const { keys, query, data } = body;
  if (keys !== undefined && !Array.isArray(keys)) throw invalidPayload('"keys" must be an array');
  if (query !== undefined && !isRecord(query)) throw invalidPayload('"query" must be of type object');
  for (const key of Object.keys(body)) {
    if (!allowed.includes(key)) throw invalidPayload(`"${key}" is not allowed`);
  }
  return { keys, query, data };
}
