import type { Caller } from '../../libs/notifications/src/domain/caller.js';
import type { UnitOfWork, Work } from '../../libs/notifications/src/persistence/unit-of-work.js';
import { DirectusError } from '../../libs/notifications/src/dialects/directus/errors/directus-error.js';
import {
  type Result,
  runOperation,
} from '../../libs/notifications/src/dialects/directus/graphql/directus-operation.js';
import { DirectusRoot } from '../../libs/notifications/src/dialects/directus/graphql/directus-root.js';
import { schemaFor } from '../../libs/notifications/src/dialects/directus/graphql/directus-schema.js';
import { graphqlRequest } from '../../libs/notifications/src/dialects/directus/graphql/graphql-request.js';
import type { DirectusItems } from '../../libs/notifications/src/dialects/directus/items/directus-items.js';
import { keyIn, keysIn } from '../../libs/notifications/src/dialects/directus/items/item-keys.js';
import {
  changeIn,
  newItemIn,
  type Reading,
} from '../../libs/notifications/src/dialects/directus/items/item-payload.js';
import {
  parseQuery,
  type RawQuery,
} from '../../libs/notifications/src/dialects/directus/query/items-query.js';
import type { DirectusUsers } from '../../libs/notifications/src/dialects/directus/users/directus-users.js';

/** The queries that the engine was asked and could read. */
export const asked: RawQuery[] = [];

const ME = { id: 'me' };
const read = (query: RawQuery) => {
  parseQuery(query, { now: new Date(0), user: ME });
  asked.push(query);
};

const refuse = (readings: readonly Reading[]) => {
  const failures = readings.flatMap((one) => one.failures);
  if (failures.length > 0) throw new DirectusError(400, failures);
};

/** Reads all that it is asked as the engine does, and has no rows. */
const items = {
  readMany: async (_: Caller, query: RawQuery) => {
    read(query);
    return { data: [] };
  },
  readOne: async (_: Caller, key: unknown, query: RawQuery) => {
    if (keyIn(key) === 500) throw new Error('The database is gone.');
    read(query);
    return null;
  },
  createOne: async (_: Caller, body: unknown, query: RawQuery) => {
    refuse([newItemIn(body)]);
    read(query);
  },
  createMany: async (_: Caller, bodies: readonly unknown[], query: RawQuery) => {
    refuse(bodies.map(newItemIn));
    read(query);
  },
  updateMany: async (_: Caller, keys: readonly unknown[], body: unknown, query: RawQuery) => {
    keysIn(keys);
    refuse([changeIn(body)]);
    read(query);
  },
  delete: async () => undefined,
} as unknown as DirectusItems;

const users = { of: async () => ME } as unknown as DirectusUsers;
const unitOfWork = {
  run: (_: unknown, body: (work: Work | null) => Promise<unknown>) => body(null),
} as unknown as UnitOfWork;

const admin = { userId: 1, can: () => true } as unknown as Caller;

/** What the dialect answers to a request of an admin, over an engine that reads and does nothing. */
export async function answerTo(body: unknown, refuseMutation?: () => never): Promise<Result> {
  return runOperation(graphqlRequest(body), {
    schema: schemaFor(admin),
    root: new DirectusRoot(items, users, unitOfWork).of(admin),
    refuseMutation,
    url: '/graphql/system',
  });
}

/** The status and the codes of what is refused as a whole. */
export async function codesOf(body: unknown, refuseMutation?: () => never): Promise<unknown[]> {
  const refusal: unknown = await answerTo(body, refuseMutation).catch((error: unknown) => error);
  if (!(refusal instanceof DirectusError)) return [refusal];
  return [refusal.getStatus(), ...refusal.entries.map(({ extensions }) => extensions.code)];
}
