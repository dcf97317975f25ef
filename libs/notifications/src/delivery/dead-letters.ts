import { Injectable } from '@nestjs/common';
import { WorkQueue } from '../domain/work-queue.js';
import type { DeadReason } from '../metrics/notification-metrics.js';
import { HostRelations } from '../persistence/host-relations.js';
import type { Work } from '../persistence/unit-of-work.js';

/** A mail that was refused for good, or tried often enough. */
export interface DeadLetter {
  readonly notificationId: number;
  /** Of which event it tells; `null` when that is gone. */
  readonly eventName: string | null;
  readonly recipientId: number;
  /** Where it would go today; `null` for somebody who is gone, or has no address. */
  readonly email: string | null;
  readonly attempts: number;
  readonly reason: DeadReason;
  /** What the mail server said, in at most 500 characters. */
  readonly lastAnswer: string | null;
  readonly createdAt: Date;
}

interface DeadLetterRow {
  notification_id: number;
  event_name: string | null;
  recipient_id: number;
  email: string | null;
  attempts: number;
  reason: DeadLetter['reason'];
  last_answer: string | null;
  created_at: Date;
}

/** The dead letters of a tenant: listed, and sent again. */
@Injectable()
export class DeadLetters {
  constructor(
    private readonly host: HostRelations,
    private readonly queue: WorkQueue,
  ) {}

  /** Of below a notification's id, or the newest; newest first. */
  async list(work: Work, limit: number, before = Number.MAX_SAFE_INTEGER): Promise<DeadLetter[]> {
    const rows = await work.rows<DeadLetterRow>(
      `SELECT d.notification_id, e.name AS event_name, d.recipient_id, p.email, d.attempts,
         d.closed_because AS reason, d.last_answer, d.created_at
       FROM mail_deliveries d
       LEFT JOIN notification_events e ON e.tenant_id = $1 AND e.id = d.event_id
       LEFT JOIN ${this.host.people} p ON p.tenant_id = $1 AND p.id = d.recipient_id
       WHERE d.tenant_id = $1 AND d.state = 3 AND d.notification_id < $2
       ORDER BY d.notification_id DESC LIMIT $3`,
      [work.scope.tenantId, before, limit],
    );
    return rows.map(deadLetterOf);
  }

  /** Due again as if never tried, and asked once more whether they are wanted. Answers which of `ids` were dead. */
  async resend(work: Work, ids: readonly number[]): Promise<ReadonlySet<number>> {
    const { tenantId } = work.scope;
    const rows = await work.rows<{ notification_id: number }>(
      `UPDATE mail_deliveries
       SET state = 0, attempts = 0, due_at = clock_timestamp(), closed_because = NULL, finished_at = NULL
       WHERE tenant_id = $1 AND notification_id = ANY (ARRAY(
         SELECT notification_id FROM mail_deliveries WHERE tenant_id = $1 AND state = 3 AND notification_id = ANY($2)
         ORDER BY notification_id FOR UPDATE))
       RETURNING notification_id`,
      [tenantId, ids],
    );
    if (rows.length > 0) work.afterCommit(() => this.queue.ring({ tenantId, kind: 'mail' }));
    return new Set(rows.map((row) => row.notification_id));
  }
}

function deadLetterOf(row: DeadLetterRow): DeadLetter {
  return {
    notificationId: row.notification_id,
    eventName: row.event_name,
    recipientId: row.recipient_id,
    email: row.email,
    attempts: row.attempts,
    reason: row.reason,
    lastAnswer: row.last_answer,
    createdAt: row.created_at,
  };
}
