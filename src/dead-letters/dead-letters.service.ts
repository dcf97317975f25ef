import { DeadEvents, DeadLetters, InvalidInputError, type Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import type { Author } from '../accounts/author.js';
import { AuditLog } from '../audit/audit-log.js';
import { type DeadLetterId, readDeadLetterId, writeDeadLetterId } from './dead-letter-id.js';
import { type DeadLettersInput, MAX_IDS } from './dead-letter-input.js';
import { type PresentedDeadLetter, presentDeadEvent, presentDeadMail } from './dead-letter-presenter.js';

interface Resent {
  readonly count: number;
  readonly next: DeadLetterId | null;
}

/** What was not delivered and is not tried any more, mails and whole events alike. */
@Injectable()
export class DeadLettersService {
  constructor(
    private readonly mails: DeadLetters,
    private readonly events: DeadEvents,
    private readonly audit: AuditLog,
  ) {}

  /** Events come before mails, each newest first: who looks sees first what reached nobody at all. */
  async list(work: Work, { limit, before }: DeadLettersInput): Promise<PresentedDeadLetter[]> {
    const events = before?.kind === 'mail' ? [] : await this.events.list(work, limit, before?.id);
    const room = limit - events.length;
    if (room === 0) return events.map(presentDeadEvent);
    const mails = await this.mails.list(work, room, before?.kind === 'mail' ? before.id : undefined);
    return [...events.map(presentDeadEvent), ...mails.map(presentDeadMail)];
  }

  /** All or nothing: what is no dead letter of the tenant's, or no longer one, is refused. */
  async resend(work: Work, by: Author, ids: readonly DeadLetterId[]): Promise<void> {
    const sent = new Set(await this.send(work, by, ids));
    const errors: Record<string, string[]> = {};
    for (const [index, id] of ids.entries()) {
      const field = `ids.${index}`;
      if (!sent.has(id)) errors[field] = [`The selected ${field} is no dead letter.`];
    }
    if (Object.keys(errors).length > 0) throw new InvalidInputError(errors);
  }

  /** Up to 1,000 in the order of the list; answers how many, and from where on there may be more. */
  async resendNext(work: Work, by: Author, before?: DeadLetterId): Promise<Resent> {
    const page = await this.list(work, { limit: MAX_IDS, before });
    const ids = page.flatMap(({ id }) => readDeadLetterId(id) ?? []);
    const sent = await this.send(work, by, ids);
    return { count: sent.length, next: ids[MAX_IDS - 1] ?? null };
  }

  /** Answers those that were dead letters. */
  private async send(work: Work, by: Author, ids: readonly DeadLetterId[]): Promise<DeadLetterId[]> {
    const idsOf = (kind: DeadLetterId['kind']) => ids.flatMap((one) => (one.kind === kind ? one.id : []));
    const events = await this.events.resend(work, idsOf('event'));
    const mails = await this.mails.resend(work, idsOf('mail'));
    const sent = ids.filter(({ kind, id }) => (kind === 'event' ? events : mails).has(id));
    if (sent.length > 0) {
      const after = { ids: [...new Set(sent.map(writeDeadLetterId))] };
      await this.audit.record(work, by, 'tenant.dead-letters-resent', work.scope.tenantId, { after });
    }
    return sent;
  }
}
