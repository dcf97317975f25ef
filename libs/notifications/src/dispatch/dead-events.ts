import { Injectable, Logger } from '@nestjs/common';
import { Announcer } from '../announcing/announcer.js';
import type { TenantScope } from '../domain/tenant-scope.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';

const TRIES = 5;

/** What becomes of an event that cannot be fanned out: tried again after 2, 4, 8, 16 s, then dead with its reason. */
@Injectable()
export class DeadEvents {
  private readonly logger = new Logger(DeadEvents.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly announcer: Announcer,
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
}
