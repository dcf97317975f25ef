import type { Receipt } from '../persistence/event-records.js';
import type { Work } from '../persistence/unit-of-work.js';
import type { NotificationEvent } from '../types/notification-event.js';

/** The name under which every notification event passes through `@nestjs/event-emitter`. */
export const NOTIFICATION_RAISED = 'notification.raised';

/** Carries the caller's transaction to the dispatcher, and the receipt back. */
export class NotificationRaised {
  receipt: Receipt | null = null;

  constructor(
    readonly work: Work,
    readonly event: NotificationEvent,
  ) {}
}
