import { Injectable, Logger } from '@nestjs/common';
import { Announcer } from '../announcing/announcer.js';
import type { TenantScope } from '../domain/tenant-scope.js';
import { WorkQueue } from '../domain/work-queue.js';
import { NotificationMetrics } from '../metrics/notification-metrics.js';
import { UnitOfWork, type Work } from '../persistence/unit-of-work.js';

const TRIES = 5;

/** An event that reached nobody, or not everybody. */
export interface DeadEvent {
  readonly id: number;
  readonly name: string;
  readonly attempts: number;
  /** Why the last try failed. */
  readonly error: string | null;
  readonly recordedAt: Date;
}

interface DeadEventRow {
  id: number;
  name: string;
  attempts: number;
  error: string | null;
  recorded_at: Date;
}

/** What becomes of an event that cannot be fanned out: tried again after 2, 4, 8, 16 s, then dead with its reason. */
@Injectable()
export class DeadEvents {
  private readonly logger = new Logger(DeadEvents.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly announcer: Announcer,
    private readonly queue: WorkQueue,
    private readonly metrics: NotificationMetrics,
  ) {}

  async failed(scope: TenantScope, id: number, error: unknown): Promise<void> {
    const reason = error instanceof Error ? error.message : String(error);
    const [event] = await this.unitOfWork.run(scope, (work) =>
      work.rows<{ state: number; name: string }>(
        `UPDATE notification_events SET attempts = attempts + 1, error = $3,
           state = CASE WHEN attempts + 1 >= $4 THEN 2 ELSE 0 END,
           due_at = clock_timestamp() + make_interval(secs => 2 ^ (attempts + 1))
         WHERE tenant_id = $1 AND id = $2 AND state = 0 RETURNING state, name`,
        [scope.tenantId, id, reason, TRIES],
      ),
    );
    const dead = event?.state === 2;
    if (dead) this.metrics.eventDied();
    this.logger.error(
      { err: error, tenantId: scope.tenantId, eventId: id, dead },
      'An event failed to fan out',
    );
    if (!event) return;
    const announcement = { ...scope, eventId: id, eventName: event.name, channel: 'inbox', delivery: null };
    this.announcer.failed(() => [{ ...announcement, error: reason, isFinal: dead }]);
  }

  /** For what is no fault of the event: nothing is counted, and for a second the others go before it. */
  async postpone(scope: TenantScope, id: number): Promise<void> {
    await this.unitOfWork.run(scope, (work) =>
      work.change(
        `UPDATE notification_events SET due_at = clock_timestamp() + interval '1 second'
         WHERE tenant_id = $1 AND id = $2 AND state = 0`,
        [scope.tenantId, id],
      ),
    );
  }

  /** The tenant's dead events of below an id, or the newest; newest first. */
  async list(work: Work, limit: number, before = Number.MAX_SAFE_INTEGER): Promise<DeadEvent[]> {
    const rows = await work.rows<DeadEventRow>(
      `SELECT id, name, attempts, error, recorded_at FROM notification_events
       WHERE tenant_id = $1 AND state = 2 AND id < $2 ORDER BY id DESC LIMIT $3`,
      [work.scope.tenantId, before, limit],
    );
    return rows.map(({ recorded_at: recordedAt, ...event }) => ({ ...event, recordedAt }));
  }

  /** Due again as if never tried; who was reached before is not reached again. Answers which of `ids` were dead. */
  async resend(work: Work, ids: readonly number[]): Promise<ReadonlySet<number>> {
    const { tenantId } = work.scope;
    const rows = await work.rows<{ id: number }>(
      `UPDATE notification_events SET state = 0, attempts = 0, due_at = clock_timestamp()
       WHERE tenant_id = $1 AND id = ANY (ARRAY(
         SELECT id FROM notification_events WHERE tenant_id = $1 AND state = 2 AND id = ANY($2)
         ORDER BY id FOR UPDATE))
       RETURNING id`,
      [tenantId, ids],
    );
    if (rows.length > 0) work.afterCommit(() => this.queue.ring({ tenantId, kind: 'events' }));
    return new Set(rows.map(({ id }) => id));
  }
}
