import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventEmitter2, OnEvent } from '@nestjs/event-emitter';
import type { TenantScope } from '../domain/tenant-scope.js';
import { WorkQueue } from '../domain/work-queue.js';
import { NotificationMetrics } from '../metrics/notification-metrics.js';
import { recordEvents } from '../persistence/record-events.js';
import { WorkRunner } from '../queue/work-runner.js';
import { draftOf } from './draft-of.js';
import { FanOut } from './fan-out.js';
import { NOTIFICATION_RAISED, type NotificationRaised } from './notification-raised.js';
import { recordVetoes, vetoes } from './notification-sending.js';

/** The one way in: an event is recorded in the transaction that caused it, and fanned out after. */
@Injectable()
export class NotificationDispatcher implements OnModuleInit {
  constructor(
    private readonly queue: WorkQueue,
    private readonly runner: WorkRunner,
    private readonly fanOutOfTenant: FanOut,
    private readonly emitter: EventEmitter2,
    private readonly metrics: NotificationMetrics,
  ) {}

  onModuleInit(): void {
    this.runner.assign('events', (scope) => this.fanOut(scope));
  }

  /* Without `suppressErrors: false` Nest would log a failed insert and let the caller commit. */
  @OnEvent(NOTIFICATION_RAISED, { suppressErrors: false })
  async record(raised: NotificationRaised): Promise<void> {
    const { work, events } = raised;
    const receipts = await recordEvents(work, events.map(draftOf));
    await recordVetoes(work, await vetoes(this.emitter, raised, receipts));
    raised.receipts = receipts;
    const count = receipts.filter(({ duplicate }) => !duplicate).length;
    work.afterCommit(() => this.metrics.eventsRecorded(count));
    if (raised.atOnce) {
      const ids = receipts.map(({ id }) => id);
      return this.fanOutOfTenant.within(work, ids);
    }
    work.afterCommit(() => this.queue.ring({ tenantId: work.scope.tenantId, kind: 'events' }));
  }

  /** One transaction's worth of a tenant's waiting events; answers whether there may be more. */
  fanOut(scope: TenantScope): Promise<boolean> {
    return this.fanOutOfTenant.next(scope);
  }
}
