import { Injectable } from '@nestjs/common';
import { EventEmitter2 } from '@nestjs/event-emitter';
import type { TenantScope } from '../domain/tenant-scope.js';
import type { Receipt } from '../persistence/record-events.js';
import { UnitOfWork, Work } from '../persistence/unit-of-work.js';
import { EventRegistry } from '../types/event-registry.js';
import type { NotificationEvent } from '../types/notification-event.js';
import { addressedTo } from './addressed-to.js';
import { NOTIFICATION_RAISED, NotificationRaised, type RaisedEvent } from './notification-raised.js';

/** How a host tells that something happened, inside the transaction in which it happens. */
@Injectable()
export class Notifier {
  constructor(
    private readonly emitter: EventEmitter2,
    private readonly unitOfWork: UnitOfWork,
    private readonly registry: EventRegistry,
  ) {}

  /**
   * Tells these people alone, given by their ids, whatever the event's own audience: in `where` when that is a unit of
   * work, and else in one of its own. An id that is nobody's in this tenant is passed over.
   */
  async notify(
    where: TenantScope | Work,
    people: number | readonly number[],
    event: NotificationEvent,
  ): Promise<Receipt> {
    const raised = { event, audience: addressedTo(people) };
    const tell = async (work: Work) => {
      const [receipt] = await this.record(new NotificationRaised(work, [raised]));
      return receipt as Receipt;
    };
    return where instanceof Work ? tell(where) : this.unitOfWork.run(where, tell);
  }

  /** Tells the event's audience. Resolves when the event is on record in `work`. */
  async raise(work: Work, event: NotificationEvent): Promise<void> {
    await this.raiseAll(work, [event]);
  }

  /** Many events of one transaction, recorded by one statement; receipts in their order. */
  raiseAll(work: Work, events: readonly NotificationEvent[]): Promise<readonly Receipt[]> {
    return this.record(new NotificationRaised(work, events.map(toItsAudience)));
  }

  /** As `raiseAll`, and fanned out in the same transaction: for events that name a few people, whose rows are wanted. */
  deliverAll(work: Work, events: readonly NotificationEvent[]): Promise<readonly Receipt[]> {
    return this.record(new NotificationRaised(work, events.map(toItsAudience), true));
  }

  /** An event that could never be fanned out, or that nobody recorded, is an error of the caller's, not silence. */
  private async record(raised: NotificationRaised): Promise<readonly Receipt[]> {
    for (const { event } of raised.events) this.registry.kindNamed(event.kind.eventName);
    await this.emitter.emitAsync(NOTIFICATION_RAISED, raised);
    if (raised.receipts.length !== raised.events.length) {
      throw new Error('A notification event was not recorded: is the application bootstrapped?');
    }
    return raised.receipts;
  }
}

function toItsAudience(event: NotificationEvent): RaisedEvent {
  return { event, audience: event.audience() };
}
