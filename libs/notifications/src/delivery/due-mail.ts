import type { Reason } from '../domain/audience.js';
import type { Occurrence } from '../domain/occurrence.js';
import type { MailFlag } from '../domain/preference-flags.js';

/** A delivery that this worker holds for the length of its lease, with all that its mail is made of. */
export interface DueMail {
  readonly notificationId: number;
  readonly threadId: number;
  readonly reason: Reason;
  /** Failures so far. */
  readonly attempts: number;
  /** `null` for what is gone by now. */
  readonly event: { readonly name: string; readonly occurrence: Occurrence } | null;
  readonly inboxRow: { readonly isRead: boolean } | null;
  readonly recipient: Recipient | null;
}

export interface Recipient {
  readonly id: number;
  readonly name: string;
  readonly email: string | null;
  readonly locale: string;
  readonly timezone: string;
  /** The master switch. */
  readonly getsMail: boolean;
  readonly flags: Readonly<Record<MailFlag, boolean>>;
}
