import type { Audience } from '../domain/audience.js';

/** More people are better reached as watchers: those are read from their table, a chunk at a time. */
const MAX_PEOPLE = 10_000;

/** The audience of an event that is told to certain people, given by their ids. */
export function addressedTo(people: number | readonly number[]): Audience {
  const ids = [...new Set([people].flat())];
  const wrong = ids.find((id) => !Number.isSafeInteger(id));
  if (wrong !== undefined) throw new Error(`notify() takes the ids of people, and ${wrong} is none.`);
  if (ids.length > MAX_PEOPLE) {
    throw new Error(`notify() takes at most ${MAX_PEOPLE} people at once, and these are ${ids.length}.`);
  }
  return { named: ids.map((userId) => ({ userId, reason: 'direct' })) };
}
