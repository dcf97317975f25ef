import { Injectable } from '@nestjs/common';
import type { Caller } from '../../../domain/caller.js';
import type { About, LockedRow, RowChange } from '../../../inbox/rewriting/row-change.js';
import { RowWriter } from '../../../inbox/rewriting/row-writer.js';
import type { Work } from '../../../persistence/unit-of-work.js';
import { forbidden, forbiddenCollection, forbiddenUpdate } from '../errors/directus-error.js';
import { ItemFacts, type People } from './item-facts.js';
import { refuseLarge } from './item-keys.js';
import { changeIn, fieldsIn, type ItemPayload, type Reading } from './item-payload.js';
import { manages, sightOf } from './permissions.js';

/** A row by its key, and the body that says what becomes of it. */
export interface ItemChange {
  readonly key: number;
  readonly raw: unknown;
}

type Payloads = ReadonlyMap<number, ItemPayload>;
type Rewritten = { readonly row: LockedRow; readonly payload: ItemPayload };

/** Changes and deletes notifications, as far as the caller may: all of a request or nothing. */
@Injectable()
export class ItemChanger {
  constructor(
    private readonly facts: ItemFacts,
    private readonly rows: RowWriter,
  ) {}

  /** So that nobody else changes them until the transaction ends. */
  async lock(work: Work, caller: Caller, keys: readonly number[]): Promise<void> {
    await this.rows.lock(work, sightOf(caller), keys);
  }

  /** Answers the keys of those that are there; who manages all may name some that are not. */
  async update(work: Work, caller: Caller, changes: readonly ItemChange[]): Promise<number[]> {
    refuseLarge(changes.length);
    const fields = [...new Set(changes.flatMap(({ raw }) => fieldsIn(raw)))];
    const sight = sightOf(caller);
    refuseFields(caller, fields);
    const readings = changes.map(({ raw }) => changeIn(raw));
    const people = await this.facts.peopleOf(work, readings);
    const payloads = payloadsOf(changes, readings);
    const locked = await this.rows.lock(work, sight, [...payloads.keys()]);
    if (!sight.everybody && locked.length < payloads.size) {
      throw fields.length > 0 ? forbiddenUpdate(fields) : forbidden();
    }
    await this.rows.change(work, await this.changesOf(work, locked, payloads, people));
    return locked.map(({ id }) => id);
  }

  /** Those that are not there are left out. */
  async delete(work: Work, caller: Caller, keys: readonly number[]): Promise<void> {
    if (!manages(caller)) throw forbiddenCollection();
    const locked = await this.rows.lock(work, sightOf(caller), keys);
    await this.rows.delete(
      work,
      locked.map(({ id }) => id),
    );
  }

  private async changesOf(
    work: Work,
    locked: readonly LockedRow[],
    payloads: Payloads,
    people: People,
  ): Promise<RowChange[]> {
    const rewritten = locked.map((row) => ({ row, payload: payloads.get(row.id) ?? {} }));
    const abouts = await this.aboutsOf(work, rewritten, people);
    return rewritten.map(({ row, payload }) => changeOf(row, payload, people, abouts.get(row.id)));
  }

  /** What rows are about by their id, for those of which this may change; for whom they are decides on it too. */
  private async aboutsOf(
    work: Work,
    rewritten: readonly Rewritten[],
    people: People,
  ): Promise<ReadonlyMap<number, About>> {
    const moved = rewritten.filter(({ payload: { recipient, collection, item } }) =>
      [recipient, collection, item].some((one) => one !== undefined),
    );
    const abouts = await this.facts.aboutOf(
      work,
      moved.map(({ row, payload: { recipient, collection = row.collection, item = row.item } }) => ({
        collection,
        item,
        userId: people.get(recipient ?? '')?.id ?? row.recipientId,
      })),
    );
    return new Map(
      abouts.flatMap((about, index) => {
        const row = moved[index]?.row;
        return row ? [[row.id, about] as const] : [];
      }),
    );
  }
}

/** For all but those who manage them, `status` is the one field. */
function refuseFields(caller: Caller, fields: readonly string[]): void {
  if (manages(caller)) return;
  if (!caller.can('notifications.update')) throw forbiddenCollection();
  if (fields.some((field) => field !== 'status')) throw forbiddenUpdate(fields);
}

/** What is said twice of a row is said together. */
function payloadsOf(changes: readonly ItemChange[], readings: readonly Reading[]): Payloads {
  const payloads = new Map<number, ItemPayload>();
  for (const [index, { key }] of changes.entries()) {
    payloads.set(key, { ...payloads.get(key), ...readings[index]?.values });
  }
  return payloads;
}

function changeOf(row: LockedRow, payload: ItemPayload, people: People, about: About | undefined): RowChange {
  const { status, timestamp, recipient, sender, subject, message } = payload;
  const isSaidAnew = [sender, subject, message, about].some((one) => one !== undefined);
  return {
    id: row.id,
    archived: status && status === 'archived',
    time: timestamp,
    recipientId: people.get(recipient ?? '')?.id,
    content: isSaidAnew
      ? {
          line: subject,
          body: message,
          sender: typeof sender === 'string' ? people.get(sender) : sender,
          about,
        }
      : undefined,
  };
}
