import type { SenderApp } from './caller.js';
import type { AccessGate, Subject, SubjectRef } from './subject.js';

export type Params = Readonly<Record<string, unknown>>;

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

/** Who acted. The name is kept as it was, so that the sentence stays true after a rename. */
export interface Actor {
  readonly id: number | null;
  readonly name: string;
  readonly app?: SenderApp | null;
}
