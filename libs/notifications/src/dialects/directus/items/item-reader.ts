import { Injectable } from '@nestjs/common';
import type { Caller } from '../../../domain/caller.js';
import type { Condition, RowQuery, Sight } from '../../../inbox/query/row-query.js';
import { RowReader } from '../../../inbox/query/row-reader.js';
import type { Work } from '../../../persistence/unit-of-work.js';
import { forbidden } from '../errors/directus-error.js';
import { type ItemsQuery, parseQuery, type RawQuery } from '../query/items-query.js';
import { UserWanted } from '../query/variables.js';
import { DirectusUsers } from '../users/directus-users.js';
import { type Item, presentItem, presentSummary, valuesOf } from './item-presenter.js';
import { sightOf } from './permissions.js';

/** Rows, bare keys, or groups with their numbers. */
export type Items = readonly (Item | number)[];

export interface ItemsAnswer {
  readonly data: Items;
  /** How many there are in all, where the query asked. */
  readonly meta?: Readonly<Record<string, number>>;
  readonly exportAs: ItemsQuery['exportAs'];
}

/** Reads notifications within a unit of work, as far as the caller may see them. */
@Injectable()
export class ItemReader {
  constructor(
    private readonly rows: RowReader,
    private readonly users: DirectusUsers,
  ) {}

  async list(work: Work, caller: Caller, raw: RawQuery): Promise<ItemsAnswer> {
    const sight = sightOf(caller);
    const query = await this.parse(work, sight, raw);
    const data = await this.read(work, sight, query);
    const meta = await this.countsOf(work, sight, query);
    return { data, ...(meta && { meta }), exportAs: query.exportAs };
  }

  /** With a filter that it does not fit, it is as good as missing. */
  async one(work: Work, caller: Caller, key: number, raw: RawQuery): Promise<Item | number> {
    const sight = sightOf(caller);
    const query = await this.parse(work, sight, raw);
    const [item] = await this.read(work, sight, { ...query, where: among([key], query.where) });
    if (item === undefined) throw forbidden();
    return item;
  }

  /** As many as there are keys, unless the query says otherwise. */
  async withKeys(work: Work, caller: Caller, keys: readonly number[], raw: RawQuery): Promise<ItemsAnswer> {
    const sight = sightOf(caller);
    const query = await this.parse(work, sight, raw);
    const limit = raw['limit'] === undefined ? keys.length : query.limit;
    const data = await this.read(work, sight, { ...query, limit, where: among(keys, query.where) });
    const meta = await this.countsOf(work, sight, query);
    return { data, ...(meta && { meta }), exportAs: query.exportAs };
  }

  /** The keys of those that a query finds. */
  async keysOf(work: Work, caller: Caller, raw: RawQuery): Promise<number[]> {
    const sight = sightOf(caller);
    const { where, order, limit, offset } = await this.parse(work, sight, raw);
    return this.keys(work, sight, { where, order, limit, offset });
  }

  /** Those of the keys that the filter and the search of a query fit. */
  async fitting(work: Work, caller: Caller, keys: readonly number[], raw: RawQuery): Promise<number[]> {
    const sight = sightOf(caller);
    const { where, order } = await this.parse(work, sight, raw);
    return this.keys(work, sight, { where: among(keys, where), order, limit: keys.length, offset: 0 });
  }

  private async keys(work: Work, sight: Sight, query: Omit<RowQuery, 'select'>): Promise<number[]> {
    const rows = await this.rows.rows(work, sight, { ...query, select: [{ column: 'id' }] });
    return rows.map(([id]) => id as number);
  }

  private async parse(work: Work, sight: Sight, raw: RawQuery): Promise<ItemsQuery> {
    const now = new Date();
    try {
      return parseQuery(raw, { now, user: null });
    } catch (error) {
      if (!(error instanceof UserWanted)) throw error;
      const user = await this.users.of(work, sight.userId);
      return parseQuery(raw, { now, user: { ...user } });
    }
  }

  private async read(work: Work, sight: Sight, query: ItemsQuery): Promise<Items> {
    const { selection, summary, where, order, limit, offset } = query;
    if (summary) {
      const rows = await this.rows.summary(work, sight, {
        groupBy: summary.groups.map(({ field }) => field.operand),
        measures: summary.asked.map(({ measure }) => measure),
        order: summary.order,
        where,
        limit,
        offset,
      });
      return rows.map((values) => presentSummary(summary, values));
    }
    const select = valuesOf(selection);
    const rows = await this.rows.rows(work, sight, { select, where, order, limit, offset });
    return rows.map((values) => presentItem(selection, values));
  }

  private async countsOf(
    work: Work,
    sight: Sight,
    { counts, where }: ItemsQuery,
  ): Promise<ItemsAnswer['meta']> {
    if (counts.length === 0) return undefined;
    const meta: Record<string, number> = {};
    for (const count of counts) {
      meta[count] = await this.rows.count(work, sight, count === 'total_count' ? { all: [] } : where);
    }
    return meta;
  }
}

function among(keys: readonly number[], where: Condition): Condition {
  return { all: [{ operand: { column: 'id' }, test: { is: 'among', values: keys } }, where] };
}
