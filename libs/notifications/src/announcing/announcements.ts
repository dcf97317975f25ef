import type { Reason } from '../domain/audience.js';

/** Through `@nestjs/event-emitter`, once what it tells of is on record. */
export const NOTIFICATION_SENT = 'notification.sent';
export const NOTIFICATION_FAILED = 'notification.failed';

interface Announcement {
  readonly tenantId: number;
  readonly eventId: number;
  /** The event class's `eventName`. */
  readonly eventName: string;
  /** `inbox`, `mail`, or the name of another channel. */
  readonly channel: string;
  /** `null` for the inbox, which is filled for everybody at once. */
  readonly delivery: AnnouncedDelivery | null;
}

export interface AnnouncedDelivery {
  readonly notificationId: number;
  /** `null` for a person who is gone. */
  readonly recipientId: number | null;
  readonly reason: Reason;
}

/** The inbox of everybody whom an event reaches is filled, or one delivery has been taken by the other side. */
export interface NotificationSent extends Announcement {
  /** How many people have it now: 1 for a delivery. */
  readonly recipients: number;
  /** What the other side said. */
  readonly answer: string | null;
}

/** An event could not be fanned out, or a delivery was not taken. */
export interface NotificationFailed extends Announcement {
  readonly error: string;
  /** A dead letter; anything else is tried again. */
  readonly isFinal: boolean;
}
