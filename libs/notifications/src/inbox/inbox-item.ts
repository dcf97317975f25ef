import type { SenderApp } from '../domain/caller.js';
import type { Subject } from '../domain/subject.js';

/** One inbox row as its reader sees it, before a dialect spells it. */
export interface InboxItem {
  readonly id: number;
  readonly threadId: number;
  readonly type: number;
  readonly reason: string;
  readonly message: string;
  readonly body: string | null;
  /** `null` when nobody acted, or when the one who did has been deleted. */
  readonly actor: InboxActor | null;
  readonly app: SenderApp | null;
  readonly subject: Subject | null;
  readonly parent: Subject | null;
  readonly projectId: number | null;
  /** Set when it was about a comment of the subject. */
  readonly commentId: number | null;
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
