import { DeadEvents, DeadLetters, InvalidInputError, type Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import type { Author } from '../accounts/author.js';
import { AuditLog } from '../audit/audit-log.js';
import {
  type DeadLetterId,
  idOfDelivery,
  idOfEvent,
  isDelivery,
  isEvent,
  keyOfDelivery,
  readDeadLetterId,
  writeDeadLetterId,
} from './dead-letter-id.js';
import { type DeadLettersInput, MAX_IDS } from './dead-letter-input.js';
import { type PresentedDeadLetter, presentDeadDelivery, presentDeadEvent } from './dead-letter-presenter.js';

interface Resent {
  readonly count: number;
  readonly next: DeadLetterId | null;
}

/** What was not delivered and is not tried any more, deliveries and whole events alike. */
@Injectable()
export class DeadLettersService {
  constructor(
    private readonly deliveries: DeadLetters,
    private readonly events: DeadEvents,
    private readonly audit: AuditLog,
  ) {}

  /** Events come before deliveries, each newest first: who looks sees first what reached nobody at all. */
  async list(work: Work, { limit, before }: DeadLettersInput): Promise<PresentedDeadLetter[]> {
    const delivery = before && isDelivery(before) ? keyOfDelivery(before) : undefined;
    const events = delivery ? [] : await this.events.list(work, limit, before?.id);
    const room = limit - events.length;
    const deliveries = room > 0 ? await this.deliveries.list(work, room, delivery) : [];
    return [...events.map(presentDeadEvent), ...deliveries.map(presentDeadDelivery)];
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
    const events = await this.events.resend(
      work,
      ids.filter(isEvent).map(({ id }) => id),
    );
    const deliveries = await this.deliveries.resend(work, ids.filter(isDelivery).map(keyOfDelivery));
    const written = new Set(
      [...[...events].map(idOfEvent), ...deliveries.map(idOfDelivery)].map(writeDeadLetterId),
    );
    const sent = ids.filter((id) => written.has(writeDeadLetterId(id)));
    if (sent.length > 0) {
      const after = { ids: [...new Set(sent.map(writeDeadLetterId))] };
      await this.audit.record(work, by, 'tenant.dead-letters-resent', work.scope.tenantId, { after });
    }
    return sent;
  }
}
