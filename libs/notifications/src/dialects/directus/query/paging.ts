import { invalidQuery } from '../errors/directus-error.js';

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1_000;

export interface Page {
  readonly limit: number;
  readonly offset: number;
}

/** `limit` 100 unless given, -1 and above 1,000 are 1,000; `page` counts from 1 and comes before `offset`. */
export function parsePage(raw: Readonly<Record<string, unknown>>): Page {
  const asked = raw['limit'] === null ? undefined : integer('limit', raw['limit'], -1);
  const offset = integer('offset', raw['offset'], 0) ?? 0;
  const page = raw['page'] ? integer('page', raw['page'], 0) : undefined;
  const limit = asked === -1 ? MAX_LIMIT : Math.min(asked ?? DEFAULT_LIMIT, MAX_LIMIT);
  if (page === undefined || asked === -1) return { limit, offset };
  const skipped = Math.max(page - 1, 0) * limit;
  if (!Number.isSafeInteger(skipped)) throw invalidQuery('"page" must be a safe number');
  return { limit, offset: skipped };
}

/** Refused in the words of Joi, which Directus uses. */
function integer(name: string, raw: unknown, least: number): number | undefined {
  if (raw === undefined) return undefined;
  const value = typeof raw === 'string' || typeof raw === 'number' ? Number(raw) : NaN;
  if (Number.isNaN(value)) throw invalidQuery(`"${name}" must be a number`);
  if (!Number.isFinite(value)) throw invalidQuery(`"${name}" cannot be infinity`);
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) throw invalidQuery(`"${name}" must be a safe number`);
  if (!Number.isInteger(value)) throw invalidQuery(`"${name}" must be an integer`);
  if (value < least) throw invalidQuery(`"${name}" must be greater than or equal to ${least}`);
  return value;
}
