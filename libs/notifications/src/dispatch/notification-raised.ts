import type { Audience } from '../domain/audience.js';
import type { Receipt } from '../persistence/record-events.js';
import type { Work } from '../persistence/unit-of-work.js';
import type { NotificationEvent } from '../types/notification-event.js';

/** The name under which every notification event passes through `@nestjs/event-emitter`. */
export const NOTIFICATION_RAISED = 'notification.raised';

/** An event, and whom it is for: its own audience, or the people it was addressed to. */
export interface RaisedEvent {
  readonly event: NotificationEvent;
  readonly audience: Audience;
}

/** Carries the caller's transaction to the dispatcher, and the receipts back, one for each event. */
export class NotificationRaised {
  receipts: readonly Receipt[] = [];

  constructor(
    readonly work: Work,
    readonly events: readonly RaisedEvent[],
    /** Whether the inbox rows are to be there when the caller's transaction commits. */
    readonly atOnce = false,
  ) {}
}
