import { Injectable } from '@nestjs/common';
import { EventEmitter2 } from '@nestjs/event-emitter';
import type { Receipt } from '../persistence/event-records.js';
import type { Work } from '../persistence/unit-of-work.js';
import type { NotificationEvent } from '../types/notification-event.js';
import { NOTIFICATION_RAISED, NotificationRaised } from './notification-raised.js';

/** How a host tells that something happened, inside the transaction in which it happens. */
@Injectable()
export class Notifier {
  constructor(private readonly emitter: EventEmitter2) {}

  /** Resolves when the event is on record in `work`; an event that nobody recorded is an error, not silence. */
  async raise(work: Work, event: NotificationEvent): Promise<Receipt> {
    const raised = new NotificationRaised(work, event);
    await this.emitter.emitAsync(NOTIFICATION_RAISED, raised);
    if (!raised.receipt) {
      throw new Error(`"${event.kind.eventName}" was not recorded: is the application bootstrapped?`);
    }
    return raised.receipt;
  }
}
