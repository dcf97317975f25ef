import type { Mailbox } from './mailbox.js';

/** One whole mail, ready to leave. */
export interface OutgoingMail {
  readonly from: Mailbox;
  readonly to: Mailbox;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** The same each time that this mail is tried: who gets it twice can tell. */
  readonly messageId: string;
  /** What it continues: mail programs show mails that continue the same as one conversation. */
  readonly references: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * What a failure costs. `way`: no mail can leave now, whoever it is for, and this delivery loses nothing by it.
 * `passing`: this delivery has lost an attempt. `refused`: this delivery will never be taken.
 */
export type FailureKind = 'way' | 'passing' | 'refused';

export class MailFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    answer: string,
    options?: ErrorOptions,
  ) {
    super(answer, options);
  }
}

/** How mail leaves (a port). */
export abstract class MailTransport {
  /** How many mails may be on their way at once. */
  abstract readonly concurrency: number;
  /** No `send` takes longer, in milliseconds, whatever the other side does: leases are made from it. */
  abstract readonly longestSend: number;
  /** Answers what the other side said when it took the mail; fails with a `MailFailure` when it did not. */
  abstract send(mail: OutgoingMail): Promise<string>;
  abstract close(): Promise<void>;
}
