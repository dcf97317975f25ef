import type { Reason } from '../domain/audience.js';
import type { MailFlag } from '../domain/preference-flags.js';
import type { EventOnRecord } from '../persistence/events-by-id.js';

/** A delivery that this worker holds for the length of its lease, with all that its mail is made of. */
export interface DueMail {
  readonly notificationId: number;
  readonly threadId: number;
  readonly eventId: number;
  readonly reason: Reason;
  /** Failures so far. */
  readonly attempts: number;
  /** `null` for what is gone by now. */
  readonly event: EventOnRecord | null;
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
