import { InvalidInputError } from '../../../domain/errors.js';
import { isStorable } from '../../../domain/storable.js';
import type { Work } from '../../../persistence/unit-of-work.js';
import {
  DirectusError,
  type DirectusErrorEntry,
  failedField,
  forbiddenFields,
  invalidPayload,
  refusedFields,
  USERS,
} from '../errors/directus-error.js';
import { isRecord } from '../query/json.js';
import { namesIn } from '../query/lists.js';
import type { RawQuery } from '../query/items-query.js';
import type { DirectusUser, DirectusUserChanges, DirectusUsers } from './directus-users.js';

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

/** Changes what a body says. Throws an entry for each field that failed, here or with the host. */
export async function changeUser(
  users: DirectusUsers,
  work: Work,
  userId: number,
  body: unknown,
): Promise<DirectusUser> {
  const given = givenIn(body);
  const failures = given.flatMap(([field, value]) => failed(field, value) ?? []);
  const right = given.filter(([field, value]) => !failed(field, value));
  try {
    await users.change(work, userId, Object.fromEntries(right));
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    failures.push(...refusedFields(error.errors));
  }
  if (failures.length > 0) throw new DirectusError(400, failures);
  return users.of(work, userId);
}

/** The fields that a body sets; its id is none that can be set. */
function givenIn(body: unknown): [string, unknown][] {
  if (!isRecord(body)) throw invalidPayload('"value" must be of type object');
  const given = Object.entries(body).filter(([field]) => field !== 'id');
  refuseOthers(given.map(([field]) => field));
  return given;
}

function failed(field: string, value: unknown): DirectusErrorEntry | undefined {
  if (value === null) return failedField(field, 'nnull');
  const isRight = typeof value === CHANGES[field as keyof DirectusUserChanges];
  return isRight && (typeof value !== 'string' || isStorable(value))
    ? undefined
    : failedField(field, 'regex');
}

function refuseOthers(names: readonly string[]): void {
  const others = names.filter((name) => !FIELDS.includes(name));
  if (others.length > 0) throw forbiddenFields(others, USERS);
}
