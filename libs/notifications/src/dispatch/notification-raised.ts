import type { Receipt } from '../persistence/record-events.js';
import type { Work } from '../persistence/unit-of-work.js';
import type { NotificationEvent } from '../types/notification-event.js';

/** The name under which every notification event passes through `@nestjs/event-emitter`. */
export const NOTIFICATION_RAISED = 'notification.raised';

/** Carries the caller's transaction to the dispatcher, and the receipts back, one for each event. */
export class NotificationRaised {
  receipts: readonly Receipt[] = [];

  constructor(
    readonly work: Work,
    readonly events: readonly NotificationEvent[],
  ) {}
}
