import { Injectable } from '@nestjs/common';
import { WorkQueue } from '../domain/work-queue.js';
import type { DeadReason } from '../metrics/notification-metrics.js';
import { HostRelations } from '../persistence/host-relations.js';
import type { Work } from '../persistence/unit-of-work.js';
import { DELIVERY_TABLES, listStatement, resendStatement } from './dead-letters.sql.js';

/** Which delivery: of a notification there is one at most by each channel. */
export interface DeliveryKey {
  /** `mail`, or the name of another channel. */
  readonly channel: string;
  readonly notificationId: number;
}

/** A delivery that was refused for good, or tried often enough. */
export interface DeadLetter extends DeliveryKey {
  /** Of which event it tells; `null` when that is gone. */
  readonly eventName: string | null;
  readonly recipientId: number;
  /** The recipient's address today; `null` for somebody who is gone, or has none. */
  readonly email: string | null;
  readonly attempts: number;
  readonly reason: DeadReason;
  /** What the other side said, in at most 500 characters. */
  readonly lastAnswer: string | null;
  readonly createdAt: Date;
}

interface DeadLetterRow {
  channel: string;
  notification_id: number;
  event_name: string | null;
  recipient_id: number;
  email: string | null;
  attempts: number;
  reason: DeadReason;
  last_answer: string | null;
  created_at: Date;
}

const NEWEST: DeliveryKey = { channel: '', notificationId: Number.MAX_SAFE_INTEGER };

/** The dead letters of a tenant: listed, and sent again. */
@Injectable()
export class DeadLetters {
  private readonly listStatement: string;

  constructor(
    host: HostRelations,
    private readonly queue: WorkQueue,
  ) {
    this.listStatement = listStatement(host);
  }

  /** Those after `before` in the list, or the newest; by notification and channel, newest first. */
  async list(work: Work, limit: number, before = NEWEST): Promise<DeadLetter[]> {
    const { channel, notificationId } = before;
    const parameters = [work.scope.tenantId, notificationId, channel, limit];
    const rows = await work.rows<DeadLetterRow>(this.listStatement, parameters);
    return rows.map(deadLetterOf);
  }

  /** Due again as if never tried, and asked once more whether they are wanted. Answers which of `keys` were dead. */
  async resend(work: Work, keys: readonly DeliveryKey[]): Promise<DeliveryKey[]> {
    const { tenantId } = work.scope;
    const ids = keys.map(({ notificationId }) => notificationId);
    const channels = keys.map(({ channel }) => channel);
    const dead: DeliveryKey[] = [];
    for (const table of DELIVERY_TABLES) {
      const rows = await work.rows<DeliveryKey>(resendStatement(table), [tenantId, ids, channels]);
      if (rows.length > 0) work.afterCommit(() => this.queue.ring({ tenantId, kind: table.kind }));
      dead.push(...rows);
    }
    return dead;
  }
}

function deadLetterOf(row: DeadLetterRow): DeadLetter {
  return {
    channel: row.channel,
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
