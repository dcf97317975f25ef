import type { Reason } from '../domain/audience.js';
import type { EventOnRecord } from '../persistence/events-by-id.js';
import type { ChannelRecipient } from './notification-channel.js';

/** A delivery that this worker holds for the length of its lease, with what it is made of. */
export interface DueDelivery {
  readonly channel: string;
  readonly notificationId: number;
  readonly threadId: number;
  readonly eventId: number;
  readonly reason: Reason;
  /** Failures so far. */
  readonly attempts: number;
  /** Whether the inbox row is still there. */
  readonly hasRow: boolean;
  /** `null` for what is gone by now. */
  readonly event: EventOnRecord | null;
  readonly recipient: ChannelRecipient | null;
}
