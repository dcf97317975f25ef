import type { Reason } from '../domain/audience.js';
import type { TenantScope } from '../domain/tenant-scope.js';
import type { NotificationEvent } from '../types/notification-event.js';

/**
 * A way for notifications to leave beside inbox and mail. An event goes by it when its class names it in `channels`:
 * then each person whom the event reaches is a delivery, tried until it is taken, or dead after 15 tries in a day.
 */
export abstract class NotificationChannel {
  /** What the classes call it: lower-case letters, digits, `_` and `-`. Stored with each delivery. */
  abstract readonly name: string;
  /** How many deliveries may be on their way at once. */
  readonly concurrency: number = 10;
  /** A `send` that takes longer, in milliseconds, has failed: leases are made from it. */
  readonly longestSend: number = 15_000;

  /**
   * Answers what the other side said when it took the delivery. A `ChannelFailure` says what its failing means; after
   * any other error it is tried again. It may come twice, with the same id: after a kill between sending and noting it.
   * The signal aborts when nobody waits for the answer any longer.
   */
  abstract send(delivery: ChannelDelivery, signal: AbortSignal): Promise<string>;
}

/** An event, for one person, by one channel. */
export interface ChannelDelivery {
  /** The same each time that this delivery is tried, and no other's: letters, digits, `_` and `-`. */
  readonly id: string;
  readonly scope: TenantScope;
  readonly event: NotificationEvent;
  readonly reason: Reason;
  readonly notificationId: number;
  readonly threadId: number;
  /** As they are now. */
  readonly recipient: ChannelRecipient;
}

export interface ChannelRecipient {
  readonly id: number;
  readonly name: string;
  readonly email: string | null;
  readonly locale: string;
}

/**
 * `passing`: it is tried again, if it has not been tried enough. `refused`: it will never be taken, and is a dead
 * letter. `no_address`: this person cannot be reached by this channel, which is nobody's fault; it is closed.
 */
export type ChannelFailureKind = 'passing' | 'refused' | 'no_address';

export class ChannelFailure extends Error {
  constructor(
    readonly kind: ChannelFailureKind,
    answer: string,
    options?: ErrorOptions,
  ) {
    super(answer, options);
  }
}
