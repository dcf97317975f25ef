import { Injectable } from '@nestjs/common';
import { Announcer } from '../announcing/announcer.js';
import type { DeliveryOutcome } from '../delivery/delivery-outcome.js';
import { settleStatement } from '../delivery/settle.sql.js';
import { tellOutcomes } from '../delivery/tell-outcomes.js';
import type { Reason } from '../domain/audience.js';
import type { TenantScope } from '../domain/tenant-scope.js';
import { type EventOnRecord, eventsById } from '../persistence/events-by-id.js';
import { HostRelations } from '../persistence/host-relations.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';
import { claimStatement } from './channel-deliveries.sql.js';
import type { DueDelivery } from './due-delivery.js';

/** A tenant's claimed deliveries by one channel. */
export interface ChannelBatch {
  readonly scope: TenantScope;
  readonly channel: string;
  readonly lease: string;
  readonly deliveries: readonly DueDelivery[];
}

interface ClaimedRow {
  lease: string;
  notification_id: number;
  channel: string;
  event_id: number;
  thread_id: number;
  reason: Reason;
  attempts: number;
  has_row: boolean;
  person_id: number | null;
  name: string;
  email: string | null;
  locale: string;
}

const SETTLE = settleStatement('channel_deliveries', 'AND d.channel = $4');

/** Takes and settles batches, a short transaction each: none is open while a delivery is on its way. */
@Injectable()
export class ChannelBatches {
  private readonly claimStatement: string;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly announcer: Announcer,
    host: HostRelations,
  ) {
    this.claimStatement = claimStatement(host);
  }

  /** Up to `limit` deliveries in all, the longest due first, for some seconds. */
  async claim(scope: TenantScope, limit: number, seconds: number): Promise<ChannelBatch[]> {
    return this.unitOfWork.run(scope, async (work) => {
      const rows = await work.rows<ClaimedRow>(this.claimStatement, [scope.tenantId, limit, seconds]);
      if (rows.length === 0) return [];
      const events = await eventsById(
        work,
        rows.map((row) => row.event_id),
      );
      const deliveries = rows.map((row) => deliveryOf(row, events.get(row.event_id) ?? null));
      const lease = rows[0]?.lease ?? '';
      return [...new Set(deliveries.map(({ channel }) => channel))].map((channel) => {
        const mine = deliveries.filter((delivery) => delivery.channel === channel);
        return { scope, channel, lease, deliveries: mine };
      });
    });
  }

  async settle(batch: ChannelBatch, outcomes: readonly DeliveryOutcome[]): Promise<void> {
    const { scope, channel, lease } = batch;
    const parameters = [scope.tenantId, lease, JSON.stringify(outcomes), channel];
    await this.unitOfWork.run(scope, (work) => work.change(SETTLE, parameters));
    tellOutcomes(this.announcer, batch, outcomes);
  }
}

function deliveryOf(row: ClaimedRow, event: EventOnRecord | null): DueDelivery {
  const { person_id: id, name, email, locale } = row;
  return {
    channel: row.channel,
    notificationId: row.notification_id,
    threadId: row.thread_id,
    eventId: row.event_id,
    reason: row.reason,
    attempts: row.attempts,
    hasRow: row.has_row,
    event,
    recipient: id === null ? null : { id, name, email, locale },
  };
}
