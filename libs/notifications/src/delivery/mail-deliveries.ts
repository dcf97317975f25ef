import { Injectable } from '@nestjs/common';
import type { Reason } from '../domain/audience.js';
import type { MailFlag } from '../domain/preference-flags.js';
import { type EventOnRecord, eventsById } from '../persistence/events-by-id.js';
import { HostRelations } from '../persistence/host-relations.js';
import type { Work } from '../persistence/unit-of-work.js';
import type { DueMail } from './due-mail.js';
import { claimStatement, SETTLE_STATEMENT } from './mail-deliveries.sql.js';
import type { DeliveryOutcome } from './delivery-outcome.js';

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
    const events = await eventsById(
      work,
      rows.map((row) => row.event_id),
    );
    return { lease: first.lease, mails: rows.map((row) => dueMailOf(row, events.get(row.event_id) ?? null)) };
  }

  /** Writes what became of some of a claim. */
  async settle(work: Work, lease: string, outcomes: readonly DeliveryOutcome[]): Promise<void> {
    await work.change(SETTLE_STATEMENT, [work.scope.tenantId, lease, JSON.stringify(outcomes)]);
  }
}

function dueMailOf(row: ClaimedRow, event: EventOnRecord | null): DueMail {
  return {
    notificationId: row.notification_id,
    threadId: row.thread_id,
    eventId: row.event_id,
    reason: row.reason,
    attempts: row.attempts,
    event,
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
