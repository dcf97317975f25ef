import { Injectable } from '@nestjs/common';
import type { GraphQLResolveInfo } from 'graphql';
import type { Caller } from '../../../domain/caller.js';
import { UnitOfWork, type Work } from '../../../persistence/unit-of-work.js';
import { forbiddenCollection, USERS } from '../errors/directus-error.js';
import { DirectusItems } from '../items/directus-items.js';
import { refuseLarge } from '../items/item-keys.js';
import type { Item } from '../items/item-presenter.js';
import type { RawQuery } from '../query/items-query.js';
import { type DirectusUser, DirectusUsers } from '../users/directus-users.js';
import { changeUser } from '../users/user-fields.js';
import { filterOf } from './filter-argument.js';
import { inTurn } from './in-turn.js';
import { itemData } from './item-data.js';
import { itemSelection } from './item-selection.js';
import { presentGroup, summarySelection } from './summary-selection.js';

/** The arguments of a root field, as the schema lets them in. */
interface Args extends RawQuery {
  readonly id: string;
  readonly ids?: readonly unknown[];
  readonly data?: unknown;
}

type RootField = (args: Args, context: unknown, info: GraphQLResolveInfo) => Promise<unknown>;

/** What the root fields do: each is one call of the same engine that REST has. */
@Injectable()
export class DirectusRoot {
  constructor(
    private readonly items: DirectusItems,
    private readonly users: DirectusUsers,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Of one request: all its mutations together name no more rows than one may. */
  of(caller: Caller): Readonly<Record<string, RootField>> {
    const turn = inTurn();
    let named = 0;
    const reads = each(this.queries(caller), (field) => turn(field));
    const writes = each(this.mutations(caller), (field, args) =>
      turn(() => {
        named += rowsNamedIn(args);
        refuseLarge(named);
        return field();
      }),
    );
    return { ...reads, ...writes };
  }

  private queries(caller: Caller): Readonly<Record<string, RootField>> {
    const { items } = this;
    return {
      notifications: async (args, _, info) => (await items.readMany(caller, rowsOf(args, info))).data,
      notifications_by_id: (args, _, info) => items.readOne(caller, args.id, itemSelection(info)),
      notifications_aggregated: async (args, _, info) => {
        const query = { ...queryOf(args), ...summarySelection(info) };
        return (await items.readMany(caller, query)).data.map((row) => presentGroup(row as Item));
      },
      users_me: () => this.own(caller, (work, id) => this.users.of(work, id)),
    };
  }

  /** What was written and may not be read, or not so, is an empty list or null. */
  private mutations(caller: Caller): Readonly<Record<string, RootField>> {
    const { items } = this;
    return {
      create_notifications_items: async (args, _, info) =>
        (await items.createMany(caller, listOf(args), rowsOf(args, info))) ?? [],
      create_notifications_item: (args, _, info) =>
        items.createOne(caller, itemData(args.data), itemSelection(info)),
      update_notifications_items: async (args, _, info) =>
        (await items.updateMany(caller, args.ids ?? [], itemData(args.data), rowsOf(args, info))) ?? [],
      update_notifications_batch: async (args, _, info) =>
        (await items.updateBatch(caller, listOf(args), rowsOf(args, info))) ?? [],
      update_notifications_item: (args, _, info) =>
        items.updateOne(caller, args.id, itemData(args.data), itemSelection(info)),
      delete_notifications_items: async ({ ids = [] }) => {
        await items.delete(caller, ids);
        return { ids };
      },
      delete_notifications_item: async ({ id }) => {
        await items.delete(caller, [id]);
        return { id };
      },
      update_users_me: ({ data }) => this.own(caller, (work, id) => changeUser(this.users, work, id, data)),
    };
  }

  private async own(
    { scope, userId }: Caller,
    body: (work: Work, userId: number) => Promise<DirectusUser>,
  ): Promise<DirectusUser> {
    if (userId === null) throw forbiddenCollection(USERS);
    return this.unitOfWork.run(scope, (work) => body(work, userId));
  }
}

function rowsOf(args: Args, info: GraphQLResolveInfo): RawQuery {
  return { ...queryOf(args), ...itemSelection(info) };
}

/** Names that are no parameters of a query are passed over by its parser. */
function queryOf(args: Args): RawQuery {
  return { ...args, filter: filterOf(args['filter']) };
}

function listOf({ data }: Args): readonly unknown[] {
  return itemData(data ?? []) as readonly unknown[];
}

function rowsNamedIn({ ids, data }: Args): number {
  const named = ids ?? data;
  return Array.isArray(named) ? named.length : 1;
}

/** The same fields, each called as `call` says. */
function each(
  fields: Readonly<Record<string, RootField>>,
  call: (field: () => Promise<unknown>, args: Args) => Promise<unknown>,
): Readonly<Record<string, RootField>> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]): [string, RootField] => [
      name,
      (args, context, info) => call(() => field(args, context, info), args),
    ]),
  );
}
