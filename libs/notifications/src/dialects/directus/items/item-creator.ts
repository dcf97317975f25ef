import { Injectable } from '@nestjs/common';
import { Notifier } from '../../../dispatch/notifier.js';
import type { Caller } from '../../../domain/caller.js';
import { RowsOfEvents } from '../../../inbox/rows-of-events.js';
import type { About } from '../../../inbox/rewriting/row-change.js';
import { RowWriter } from '../../../inbox/rewriting/row-writer.js';
import type { Work } from '../../../persistence/unit-of-work.js';
import { DirectMessage } from '../../../types/direct-message.js';
import { forbiddenCollection } from '../errors/directus-error.js';
import { ItemFacts, type People } from './item-facts.js';
import { refuseLarge } from './item-keys.js';
import { type NewItem, newItemIn } from './item-payload.js';

type Addressed = NewItem & { readonly userId: number };

/** Makes notifications: recorded, fanned out and there to be read in one transaction. Their mails leave after it. */
@Injectable()
export class ItemCreator {
  constructor(
    private readonly facts: ItemFacts,
    private readonly notifier: Notifier,
    private readonly made: RowsOfEvents,
    private readonly rows: RowWriter,
  ) {}

  /** All or none; answers their keys, ascending in the order of the bodies. */
  async create(work: Work, caller: Caller, raws: readonly unknown[]): Promise<number[]> {
    if (!caller.can('notifications.create')) throw forbiddenCollection();
    refuseLarge(raws.length);
    const readings = raws.map(newItemIn);
    if (readings.length === 0) return [];
    const people = await this.facts.peopleOf(work, readings);
    const items = readings.map(({ values }) => values);
    const addressed = items.map((item) => ({ ...item, userId: people.get(item.recipient)?.id ?? 0 }));
    const keys = await this.deliver(work, await this.messagesOf(work, addressed, people));
    const archived = keys.filter((_, index) => items[index]?.status === 'archived');
    await this.rows.change(
      work,
      archived.flatMap((id) => (id === null ? [] : [{ id, archived: true }])),
    );
    return keys.filter((id) => id !== null);
  }

  private async messagesOf(
    work: Work,
    items: readonly Addressed[],
    people: People,
  ): Promise<DirectMessage[]> {
    const abouts = await this.facts.aboutOf(
      work,
      items.map(({ collection = null, item = null, userId }) => ({ collection, item, userId })),
    );
    return abouts.flatMap((about, index) => {
      const item = items[index];
      return item ? [messageOf(item, people.get(item.sender ?? ''), about)] : [];
    });
  }

  /** `null` for a message that the host kept back. */
  private async deliver(work: Work, messages: readonly DirectMessage[]): Promise<(number | null)[]> {
    const receipts = await this.notifier.deliverAll(work, messages);
    const rows = await this.made.find(
      work,
      receipts.map(({ id }) => id),
    );
    return receipts.map(({ id }) => rows.get(id) ?? null);
  }
}

function messageOf(
  item: Addressed,
  sender: { id: number; name: string } | undefined,
  about: About,
): DirectMessage {
  return new DirectMessage({
    actor: sender ?? null,
    subject: about.subject,
    parent: about.parent,
    projectId: about.projectId,
    params: {
      recipients: [item.userId],
      message: item.subject,
      text: item.message ?? null,
      rich: true,
      ...about.given,
    },
  });
}
