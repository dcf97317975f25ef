import { Injectable } from '@nestjs/common';
import { Announcer } from '../announcing/announcer.js';
import type { Reason } from '../domain/audience.js';
import type { MailFlag } from '../domain/preference-flags.js';
import type { TenantScope } from '../domain/tenant-scope.js';
import { type EventOnRecord, eventsById } from '../persistence/events-by-id.js';
import { HostRelations } from '../persistence/host-relations.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';
import { MAIL } from '../types/notification-event.js';
import type { DeliveryOutcome } from './delivery-outcome.js';
import type { DueMail } from './due-mail.js';
import { claimStatement } from './mail-deliveries.sql.js';
import { settleStatement } from './settle.sql.js';
import { tellOutcomes } from './tell-outcomes.js';
import { type TenantSite, TenantSites } from './tenant-sites.js';
import { UnsubscribeLinks, type UnsubscribePath } from './unsubscribe-links.js';

/** A tenant's deliveries held under a lease, with what their mails have in common. */
export interface MailBatch {
  readonly scope: TenantScope;
  /** Who has lost it may write nothing to them, except that their mail has left. */
  readonly lease: string;
  readonly mails: readonly DueMail[];
  readonly site: TenantSite;
  readonly unsubscribePath: UnsubscribePath;
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

const SETTLE = settleStatement('mail_deliveries');

/** Takes and settles batches, a short transaction each: none is open while mail is on its way. */
@Injectable()
export class MailBatches {
  private readonly claimStatement: string;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly links: UnsubscribeLinks,
    private readonly sites: TenantSites,
    private readonly announcer: Announcer,
    host: HostRelations,
  ) {
    this.claimStatement = claimStatement(host);
  }

  /** Up to `limit` deliveries for some seconds, the longest due first; `null` when none is due. */
  async claim(scope: TenantScope, limit: number, seconds: number): Promise<MailBatch | null> {
    const site = await this.sites.of(scope);
    return this.unitOfWork.run(scope, async (work) => {
      const rows = await work.rows<ClaimedRow>(this.claimStatement, [scope.tenantId, limit, seconds]);
      const [first] = rows;
      if (!first) return null;
      const events = await eventsById(
        work,
        rows.map((row) => row.event_id),
      );
      const mails = rows.map((row) => dueMailOf(row, events.get(row.event_id) ?? null));
      return { scope, lease: first.lease, mails, site, unsubscribePath: await this.links.paths(work) };
    });
  }

  async settle({ scope, lease, mails }: MailBatch, outcomes: readonly DeliveryOutcome[]): Promise<void> {
    const parameters = [scope.tenantId, lease, JSON.stringify(outcomes)];
    await this.unitOfWork.run(scope, (work) => work.change(SETTLE, parameters));
    tellOutcomes(this.announcer, { scope, channel: MAIL, deliveries: mails }, outcomes);
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
