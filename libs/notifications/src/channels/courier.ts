import { Injectable, Logger } from '@nestjs/common';
import { closed, failed, type DeliveryOutcome, refused, sent } from '../delivery/delivery-outcome.js';
import type { TenantScope } from '../domain/tenant-scope.js';
import { measureFailure } from '../delivery/measure-failure.js';
import { type ClosedReason, NotificationMetrics } from '../metrics/notification-metrics.js';
import { EventRegistry } from '../types/event-registry.js';
import type { DueDelivery } from './due-delivery.js';
import { InstalledChannels } from './installed-channels.js';
import { type ChannelDelivery, ChannelFailure } from './notification-channel.js';
import { within } from './within.js';

/** Takes one delivery to its channel and says what became of it; whatever goes wrong with one hurts no other. */
@Injectable()
export class Courier {
  private readonly logger = new Logger(Courier.name);

  constructor(
    private readonly registry: EventRegistry,
    private readonly channels: InstalledChannels,
    private readonly metrics: NotificationMetrics,
  ) {}

  async deliver(due: DueDelivery, scope: TenantScope): Promise<DeliveryOutcome> {
    try {
      const delivery = this.deliveryOf(due, scope);
      if (typeof delivery === 'string') return this.unwanted(due, delivery);
      const channel = this.channels.named(due.channel);
      const answer = await within(channel.longestSend, (signal) => channel.send(delivery, signal));
      this.metrics.sent(due.channel);
      return sent(due, answer);
    } catch (error) {
      return this.notTaken(due, scope, error);
    }
  }

  /** Or why it is not wanted any more. Unlike a mail, it is when its row has been read: it is not for the person's eyes. */
  private deliveryOf(due: DueDelivery, scope: TenantScope): ChannelDelivery | ClosedReason {
    const { event, hasRow, recipient, channel, notificationId, threadId, reason } = due;
    if (!event || !hasRow) return 'deleted';
    if (!recipient) return 'person_gone';
    return {
      id: `${channel}-${scope.tenantId}-${notificationId}`,
      scope,
      event: this.registry.revive(event.name, event.occurrence),
      ...{ reason, notificationId, threadId, recipient },
    };
  }

  private unwanted(due: DueDelivery, because: ClosedReason): DeliveryOutcome {
    this.metrics.closed(due.channel, because);
    return closed(due, because);
  }

  private notTaken(due: DueDelivery, scope: TenantScope, error: unknown): DeliveryOutcome {
    const cause = error instanceof Error ? error : new Error(String(error));
    const kind = cause instanceof ChannelFailure ? cause.kind : 'passing';
    if (kind === 'no_address') return this.unwanted(due, kind);
    const outcome = kind === 'refused' ? refused(due, cause) : failed(due, cause);
    const { channel } = due;
    measureFailure(this.metrics, channel, outcome, 'passing');
    const { notification_id, closed_because } = outcome;
    this.logger.warn(
      { err: cause, ...scope, channel, notification_id, closed_because },
      'A delivery was not taken',
    );
    return outcome;
  }
}
