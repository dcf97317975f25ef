import { Injectable } from '@nestjs/common';
import type { Caller } from '../../../domain/caller.js';
import { holdPeople } from '../../../persistence/hold-people.js';
import { UnitOfWork, type Work } from '../../../persistence/unit-of-work.js';
import { DirectusError, invalidPayload } from '../errors/directus-error.js';
import { isRecord } from '../query/json.js';
import type { RawQuery } from '../query/items-query.js';
import { ItemChanger, type ItemChange } from './item-changer.js';
import { ItemCreator } from './item-creator.js';
import { keyIn, keysIn } from './item-keys.js';
import type { Item } from './item-presenter.js';
import { ItemReader, type Items, type ItemsAnswer } from './item-reader.js';

/**
 * The collection `directus_notifications`, whichever door a request came through. Each call is one transaction. A
 * query shapes the answer; what is written and may not be read, or not so, is answered with nothing.
 */
@Injectable()
export class DirectusItems {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: ItemReader,
    private readonly creator: ItemCreator,
    private readonly changer: ItemChanger,
  ) {}

  /** Rows; or numbers about them, where the query aggregates or groups. */
  readMany(caller: Caller, query: RawQuery): Promise<ItemsAnswer> {
    return this.run(caller, (work) => this.reader.list(work, caller, query));
  }

  readKeys(caller: Caller, keys: readonly unknown[], query: RawQuery): Promise<ItemsAnswer> {
    const known = keysIn(keys);
    return this.run(caller, (work) => this.reader.withKeys(work, caller, known, query));
  }

  readOne(caller: Caller, key: unknown, query: RawQuery): Promise<Item | number> {
    const known = keyIn(key);
    return this.run(caller, (work) => this.reader.one(work, caller, known, query));
  }

  createOne(caller: Caller, body: unknown, query: RawQuery): Promise<Item | number | undefined> {
    return this.write(caller, async (work) => {
      const [key] = await this.creator.create(work, caller, [body]);
      return key === undefined ? undefined : this.readBack(() => this.reader.one(work, caller, key, query));
    });
  }

  createMany(caller: Caller, bodies: readonly unknown[], query: RawQuery): Promise<Items | undefined> {
    return this.write(caller, async (work) => {
      const keys = await this.creator.create(work, caller, bodies);
      const items = await this.itemsWith(work, caller, keys, query);
      return items?.length === 0 && keys.length > 0 ? undefined : items;
    });
  }

  updateOne(
    caller: Caller,
    key: unknown,
    body: unknown,
    query: RawQuery,
  ): Promise<Item | number | undefined> {
    const known = keyIn(key);
    return this.write(caller, async (work) => {
      await this.changer.update(work, caller, [{ key: known, raw: body }]);
      return this.readBack(() => this.reader.one(work, caller, known, query));
    });
  }

  updateMany(
    caller: Caller,
    keys: readonly unknown[],
    body: unknown,
    query: RawQuery,
  ): Promise<Items | undefined> {
    const changes = keysIn(keys).map((key) => ({ key, raw: body }));
    return this.update(caller, async () => changes, query);
  }

  /** Each body has its own key. */
  updateBatch(caller: Caller, bodies: readonly unknown[], query: RawQuery): Promise<Items | undefined> {
    const changes = bodies.map((raw): ItemChange => {
      if (!isRecord(raw)) throw invalidPayload('"value" must be of type object');
      if (raw['id'] === undefined) throw invalidPayload('Item in update misses primary key');
      return { key: keyIn(raw['id']), raw };
    });
    return this.update(caller, async () => changes, query);
  }

  /** Those that `which` finds, as far as the caller sees them. */
  updateByQuery(caller: Caller, which: RawQuery, body: unknown, query: RawQuery): Promise<Items | undefined> {
    return this.update(
      caller,
      async (work) => (await this.keysOf(work, caller, which)).map((key) => ({ key, raw: body })),
      query,
    );
  }

  async delete(caller: Caller, keys: readonly unknown[]): Promise<void> {
    const known = keysIn(keys);
    await this.run(caller, (work) => this.changer.delete(work, caller, known));
  }

  async deleteByQuery(caller: Caller, which: RawQuery): Promise<void> {
    await this.run(caller, async (work) =>
      this.changer.delete(work, caller, await this.keysOf(work, caller, which)),
    );
  }

  /** What a query finds is looked at again once it is locked: others may have changed or deleted some meanwhile. */
  private async keysOf(work: Work, caller: Caller, which: RawQuery): Promise<number[]> {
    const found = await this.reader.keysOf(work, caller, which);
    await this.changer.lock(work, caller, found);
    return this.reader.fitting(work, caller, found, which);
  }

  private update(
    caller: Caller,
    changesIn: (work: Work) => Promise<readonly ItemChange[]>,
    query: RawQuery,
  ): Promise<Items | undefined> {
    return this.write(caller, async (work) => {
      const keys = await this.changer.update(work, caller, await changesIn(work));
      return this.itemsWith(work, caller, keys, query);
    });
  }

  private async itemsWith(
    work: Work,
    caller: Caller,
    keys: readonly number[],
    query: RawQuery,
  ): Promise<Items | undefined> {
    const answer = await this.readBack(() => this.reader.withKeys(work, caller, keys, query));
    return answer?.data;
  }

  private async readBack<Answer>(read: () => Promise<Answer>): Promise<Answer | undefined> {
    try {
      return await read();
    } catch (error) {
      if (error instanceof DirectusError && error.getStatus() === 403) return undefined;
      throw error;
    }
  }

  /** Whoever a row is written for is there until it is, and is held before any row is locked, as a deletion does. */
  private write<Answer>(caller: Caller, body: (work: Work) => Promise<Answer>): Promise<Answer> {
    return this.run(caller, async (work) => {
      await holdPeople(work);
      return body(work);
    });
  }

  private run<Answer>(caller: Caller, body: (work: Work) => Promise<Answer>): Promise<Answer> {
    return this.unitOfWork.run(caller.scope, body);
  }
}
