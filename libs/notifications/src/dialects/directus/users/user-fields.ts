import {
  DirectusError,
  failedField,
  forbiddenFields,
  invalidPayload,
  USERS,
} from '../errors/directus-error.js';
import { isRecord } from '../query/json.js';
import { namesIn } from '../query/lists.js';
import type { RawQuery } from '../query/items-query.js';
import { isStorable } from '../../../domain/storable.js';
import type { DirectusUser, DirectusUserChanges } from './directus-users.js';

/** What each field that can be changed has to be. */
const CHANGES: Readonly<Record<keyof DirectusUserChanges, 'string' | 'boolean'>> = {
  first_name: 'string',
  last_name: 'string',
  email: 'string',
  language: 'string',
  email_notifications: 'boolean',
};
const FIELDS = ['id', ...Object.keys(CHANGES)];
const MAX_NAMES = 100;

/** How a query wants a user shown; fields that Directus has beside these are nobody's to read. */
export function shownFields(query: RawQuery): (user: DirectusUser) => Readonly<Record<string, unknown>> {
  const names = query['fields'] ? namesIn('fields', query['fields'], MAX_NAMES) : ['*'];
  const wanted = new Set(names.flatMap((name) => (/^\*(\.|$)/.test(name) ? FIELDS : [name])));
  refuseOthers([...wanted]);
  return (user) => Object.fromEntries(Object.entries(user).filter(([name]) => wanted.has(name)));
}

/** What a body changes. Throws an entry for each field that failed. */
export function userChangesIn(body: unknown): DirectusUserChanges {
  if (!isRecord(body)) throw invalidPayload('"value" must be of type object');
  const changes = Object.entries(body).filter(([field]) => field !== 'id');
  refuseOthers(changes.map(([field]) => field));
  const failures = changes.flatMap(([field, value]) => {
    if (value === null) return [failedField(field, 'nnull')];
    const isRight = typeof value === CHANGES[field as keyof DirectusUserChanges];
    return isRight && (typeof value !== 'string' || isStorable(value)) ? [] : [failedField(field, 'regex')];
  });
  if (failures.length > 0) throw new DirectusError(400, failures);
  return Object.fromEntries(changes);
}

function refuseOthers(names: readonly string[]): void {
  const others = names.filter((name) => !FIELDS.includes(name));
  if (others.length > 0) throw forbiddenFields(others, USERS);
}
