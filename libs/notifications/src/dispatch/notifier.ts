import { Injectable } from '@nestjs/common';
import { EventEmitter2 } from '@nestjs/event-emitter';
import type { Receipt } from '../persistence/record-events.js';
import type { Work } from '../persistence/unit-of-work.js';
import type { NotificationEvent } from '../types/notification-event.js';
import { NOTIFICATION_RAISED, NotificationRaised } from './notification-raised.js';

/** How a host tells that something happened, inside the transaction in which it happens. */
@Injectable()
export class Notifier {
  constructor(private readonly emitter: EventEmitter2) {}

  /** Resolves when the event is on record in `work`; an event that nobody recorded is an error, not silence. */
  async raise(work: Work, event: NotificationEvent): Promise<void> {
    await this.raiseAll(work, [event]);
  }

  /** Many events of one transaction, recorded by one statement; receipts in their order. */
  async raiseAll(work: Work, events: readonly NotificationEvent[]): Promise<readonly Receipt[]> {
    const raised = new NotificationRaised(work, events);
    await this.emitter.emitAsync(NOTIFICATION_RAISED, raised);
    if (raised.receipts.length !== events.length) {
      throw new Error('A notification event was not recorded: is the application bootstrapped?');
    }
    return raised.receipts;
  }
}
