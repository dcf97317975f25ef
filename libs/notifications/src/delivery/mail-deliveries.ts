import { Injectable } from '@nestjs/common';
import type { Reason } from '../domain/audience.js';
import type { MailFlag } from '../domain/preference-flags.js';
import { OCCURRENCE_COLUMNS, occurrenceOf, type OccurrenceRow } from '../persistence/occurrence-rows.js';
import { HostRelations } from '../persistence/host-relations.js';
import type { Work } from '../persistence/unit-of-work.js';
import type { DueMail } from './due-mail.js';
import { claimStatement, SETTLE_STATEMENT } from './mail-deliveries.sql.js';
import type { MailOutcome } from './mail-outcome.js';

/** Deliveries held under a lease; who has lost it may not write to them, except that their mail has left. */
export interface Claim {
  readonly lease: string;
  readonly mails: readonly DueMail[];
}

interface ClaimedRow {
  lease: string;
  notification_id: number;
  event_id: number;
  thread_id: number;
  reason: Reason;
  attempts: number;
  is_read: boolean | null;
  person_id: number | null;
  name: string;
  email: string | null;
  locale: string;
  timezone: string;
  email_notifications: boolean;
  flags: Readonly<Record<MailFlag, boolean>>;
}

type EventRow = OccurrenceRow & { id: number; name: string };

/** The table of deliveries, as the mail worker uses it: two statements to take a batch, one to put it back. */
@Injectable()
export class MailDeliveries {
  private readonly claimStatement: string;

  constructor(host: HostRelations) {
    this.claimStatement = claimStatement(host);
  }

  /** Takes up to `limit` deliveries for some seconds, the longest due first; `null` when none is due. */
  async claim(work: Work, limit: number, seconds: number): Promise<Claim | null> {
    const { tenantId } = work.scope;
    const rows = await work.rows<ClaimedRow>(this.claimStatement, [tenantId, limit, seconds]);
    const [first] = rows;
    if (!first) return null;
    const events = await eventsOf(work, rows);
    return { lease: first.lease, mails: rows.map((row) => dueMailOf(row, events.get(row.event_id))) };
  }

  /** Writes what became of some of a claim. */
  async settle(work: Work, lease: string, outcomes: readonly MailOutcome[]): Promise<void> {
    await work.change(SETTLE_STATEMENT, [work.scope.tenantId, lease, JSON.stringify(outcomes)]);
  }
}

/** Each event once, however many of the mails tell of it. */
async function eventsOf(work: Work, rows: readonly ClaimedRow[]): Promise<Map<number, EventRow>> {
  const events = await work.rows<EventRow>(
    `SELECT e.id, e.name, ${OCCURRENCE_COLUMNS} FROM notification_events e WHERE e.tenant_id = $1 AND e.id = ANY($2)`,
    [work.scope.tenantId, [...new Set(rows.map((row) => row.event_id))]],
  );
  return new Map(events.map((event) => [event.id, event]));
}

function dueMailOf(row: ClaimedRow, event: EventRow | undefined): DueMail {
  return {
    notificationId: row.notification_id,
    threadId: row.thread_id,
    reason: row.reason,
    attempts: row.attempts,
    event: event ? { name: event.name, occurrence: occurrenceOf(event) } : null,
    inboxRow: row.is_read === null ? null : { isRead: row.is_read },
    recipient:
      row.person_id === null
        ? null
        : {
            id: row.person_id,
            name: row.name,
            email: row.email,
            locale: row.locale,
            timezone: row.timezone,
            getsMail: row.email_notifications,
            flags: row.flags,
          },
  };
}
