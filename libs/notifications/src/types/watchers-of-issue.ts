import type { Audience } from '../domain/audience.js';
import type { Subject } from '../domain/subject.js';

/** A subject from outside may have any text for an id: only an issue in plain digits can be watched. */
export function watchersOfIssue(subject: Subject | null): Pick<Audience, 'watchersOf'> {
  const id = /^[1-9]\d*$/.test(String(subject?.id)) ? Number(subject?.id) : NaN;
  if (subject?.type !== 'issue' || !Number.isSafeInteger(id)) return {};
  return { watchersOf: { type: 'issue', id } };
}
