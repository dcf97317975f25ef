import type { Caller } from '../../../domain/caller.js';
import type { Sight } from '../../../inbox/query/row-query.js';
import { forbiddenCollection } from '../errors/directus-error.js';

/** Others' rows, and other fields than `status`. */
export function manages(caller: Caller): boolean {
  return caller.can('notifications.manage');
}

/** A service has no inbox. */
export function sightOf(caller: Caller): Sight {
  if (caller.userId === null) throw forbiddenCollection();
  return { userId: caller.userId, everybody: manages(caller) };
}
