import type { SubjectRef } from '../../../domain/subject.js';
import { COLLECTIONS } from '../../../inbox/query/collections.js';
import type { About } from '../../../inbox/rewriting/row-change.js';
import type { KnownSubject } from '../../../persistence/subjects.js';

export interface Reference {
  readonly collection: string | null;
  readonly item: string | null;
}

/** What the tracker's own subjects are called here; any other collection is its own type. */
const TYPES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(COLLECTIONS).map(([type, collection]) => [collection, type]),
);

/**
 * The subject that a collection and an item name together; either alone names none, and neither does one of the
 * tracker's types in the place of its collection, which would be shown by the collection's name.
 */
export function refOf({ collection, item }: Reference): SubjectRef | null {
  if (!collection || !item || isTrackers(collection)) return null;
  const type = Object.hasOwn(TYPES, collection) ? TYPES[collection] : undefined;
  return { type: type ?? collection, id: item };
}

/** Whether the host may know it: its ids are numbers, written in one way. */
export function isKnowable({ type, id }: SubjectRef): boolean {
  return isTrackers(type) && /^[1-9]\d{0,14}$/.test(String(id));
}

/** What a row is about: with the host's titles where the recipient may read them, else no more than was given. */
export function aboutOf(reference: Reference, known: KnownSubject | null): About {
  const ref = refOf(reference);
  if (!ref) return { subject: null, parent: null, projectId: null, given: reference };
  return {
    subject: known?.subject ?? { ...ref, title: '' },
    parent: known?.parent ?? null,
    projectId: known?.projectId ?? null,
    given: { collection: null, item: null },
  };
}

function isTrackers(type: string): boolean {
  return Object.values(TYPES).includes(type);
}
