import type { AccessGate, Subject, SubjectRef } from '../domain/subject.js';
import type { Work } from './unit-of-work.js';

/** A subject that the host knows, and who may read it. */
export interface KnownSubject {
  /** By what it was asked for. */
  readonly ref: SubjectRef;
  /** What it is: a comment is its issue. */
  readonly subject: Subject;
  readonly parent: Subject | null;
  readonly projectId: number | null;
  readonly gate: AccessGate | null;
}

/** The host's subjects (a port): asked once for all the events of a call. Those it does not know are left out. */
export abstract class Subjects {
  abstract find(work: Work, refs: readonly SubjectRef[]): Promise<readonly KnownSubject[]>;
}

/** `issue 42`, whether the id came as a number or as text. */
export function subjectName(ref: SubjectRef): string {
  return `${ref.type} ${ref.id}`;
}
