import type { SenderApp } from './caller.js';
import type { AccessGate, Subject, SubjectRef } from './subject.js';

/** What JSON keeps as it is: an event is read back from the database before its mail is written. */
export type Json =
  string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };
export type Params = { readonly [key: string]: Json };

/** What happened, told once: the same shape when it is raised and when a stored event is read back. */
export interface Occurrence<P extends Params = Params> {
  readonly actor: Actor | null;
  readonly subject: Subject | null;
  readonly parent?: Subject | null;
  readonly root?: SubjectRef | null;
  /** The project that inbox filters find the notification by. */
  readonly projectId?: number | null;
  /** Who may read the subject; absent when everybody in the tenant may. */
  readonly gate?: AccessGate | null;
  readonly params: P;
  /** Makes the event unique in its tenant for ever: a second one with the same key is a no-op. */
  readonly key?: string | null;
  readonly important?: boolean;
  readonly occurredAt?: Date;
}

/** As it is told when it happens: nobody acted, and it is about nothing in particular, unless it says so. */
export type Told<P extends Params = Params> = Omit<Occurrence<P>, 'actor' | 'subject'> &
  Partial<Pick<Occurrence, 'actor' | 'subject'>>;

/** Who acted. The name is kept as it was, so that the sentence stays true after a rename. */
export interface Actor {
  readonly id: number | null;
  readonly name: string;
  readonly app?: SenderApp | null;
}
