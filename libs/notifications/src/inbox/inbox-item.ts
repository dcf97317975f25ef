import type { SenderApp } from '../domain/caller.js';
import type { Subject, SubjectRef } from '../domain/subject.js';

/** One inbox row as its reader sees it, before a dialect spells it. */
export interface InboxItem {
  readonly id: number;
  readonly threadId: number;
  /** The event's own name, such as `issue.moved`; a custom one's is the name that it came with. */
  readonly event: string;
  readonly type: number;
  readonly reason: string;
  readonly message: string;
  readonly body: string | null;
  /** Its words are no longer its type's own, and are to be shown as they stand. */
  readonly isRewritten: boolean;
  /** `null` when nobody acted, or when the one who did has been deleted. */
  readonly actor: InboxActor | null;
  readonly app: SenderApp | null;
  /** Nobody acted, or an app did. */
  readonly automated: boolean;
  readonly subject: Subject | null;
  readonly parent: Subject | null;
  readonly root: SubjectRef | null;
  readonly projectId: number | null;
  /** Set when it was about a comment of the subject. */
  readonly commentId: number | null;
  /** Set when it was about a change of hands or of lanes. */
  readonly change: FieldChange | null;
  readonly createdAt: Date;
  readonly seenAt: Date | null;
  readonly readAt: Date | null;
  readonly archivedAt: Date | null;
}

export interface InboxActor {
  readonly id: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly profilePicture: string | null;
}

/** By names, as they were; an assignee may be nobody. */
export interface FieldChange {
  readonly field: 'assignee' | 'lane';
  readonly from: string | null;
  readonly to: string | null;
}
