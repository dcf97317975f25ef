import type { Audience } from '../domain/audience.js';
import { idIn } from '../domain/id.js';
import type { Subject } from '../domain/subject.js';

/** A subject from outside may have any text for an id: only an issue in plain digits can be watched. */
export function watchersOfIssue(subject: Subject | null): Pick<Audience, 'watchersOf'> {
  const id = subject?.type === 'issue' ? idIn(String(subject.id)) : null;
  return id === null ? {} : { watchersOf: { type: 'issue', id } };
}
