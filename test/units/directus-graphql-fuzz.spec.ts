import fc from 'fast-check';
import { DirectusError } from '../../libs/notifications/src/dialects/directus/errors/directus-error.js';
import type { Result } from '../../libs/notifications/src/dialects/directus/graphql/directus-operation.js';
import { answerTo, asked } from '../support/fake-directus.ts';

const SEED = 20_261_120;

const QUERY = `query Some($filter: directus_notifications_filter, $fits: directus_users_filter, $limit: Int) {
  notifications(filter: $filter, sort: ["-id"], limit: $limit) { recipient ...All }
  notifications_aggregated(groupBy: ["status"], filter: {_or: [{id: {_gt: 1}}]}) { group count { id } }
}
fragment All on directus_notifications { id of: sender(filter: $fits) { email } timestamp_func { year } }`;
const MUTATION = `mutation Make($data: [create_directus_notifications_input!], $to: String) {
  create_notifications_items(data: $data) { id recipient }
  create_notifications_item(data: {recipient: $to, sender: "x", message: "Hi", timestamp: {a: 1}}) { sender }
  update_notifications_items(ids: [15, 64], data: {recipient: $to}) { id }
}`;

const SYNTAX = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '"',
  '"""',
  '$',
  '@',
  '!',
  '...',
  ':',
  '#',
  '\\\\',
  '\\0',
  '🔥',
  '1e999',
];
const WORDS = [
  'null',
  'true',
  'on',
  '__typename',
  '__proto__',
  'constructor',
  'recipient',
  'sender',
  'id',
  '_and',
];

const anyText = fc.string({ unit: 'binary' });
const anyToken = (tokens: readonly string[]) =>
  fc.oneof(fc.constantFrom(...SYNTAX, ...WORDS, ...tokens), anyText);
/** The right document, in which some tokens are others. */
const nearly = (document: string) => {
  const tokens = document.split(/(?<=\W)|(?=\W)/);
  return fc
    .array(fc.tuple(fc.nat({ max: tokens.length - 1 }), anyToken(tokens)), { maxLength: 3 })
    .map((changes) => changes.reduce((all, [at, token]) => all.with(at, token), tokens).join(''));
};

const anyValue = fc.jsonValue({ stringUnit: 'binary' });
const { filter: anyFilter } = fc.letrec((tie) => ({
  tests: fc.dictionary(fc.constantFrom('_eq', '_in', '_null', '_between', '_contains', '_lt'), anyValue, {
    maxKeys: 2,
  }),
  filter: fc.oneof(
    { maxDepth: 8, depthSize: 'medium' },
    fc.dictionary(fc.constantFrom('id', 'subject', 'timestamp', 'status'), tie('tests'), { maxKeys: 2 }),
    fc.record({ timestamp_func: fc.record({ year: tie('tests') }) }),
    fc.record({ sender: fc.record({ email: tie('tests') }) }),
    fc.dictionary(fc.constantFrom('_and', '_or'), fc.array(tie('filter'), { maxLength: 3 }), { maxKeys: 2 }),
    anyValue,
  ),
}));
const anyItem = fc.record(
  {
    recipient: fc.oneof(fc.uuid(), anyValue, fc.record({ id: anyValue })),
    sender: fc.oneof(fc.uuid(), fc.record({ id: fc.uuid() }), fc.constant(null)),
    subject: fc.oneof(anyText, anyValue),
    message: anyText,
    timestamp: anyValue,
    status: fc.oneof(fc.constantFrom('inbox', 'archived'), anyValue),
  },
  { requiredKeys: [] },
);

const anyQuery = fc.record({
  query: nearly(QUERY),
  variables: fc.record(
    { filter: anyFilter, fits: fc.oneof(anyValue, fc.constant({})), limit: fc.oneof(fc.integer(), anyValue) },
    { requiredKeys: [] },
  ),
});
const anyMutation = fc.record({
  query: nearly(MUTATION),
  variables: fc.record(
    { data: fc.oneof(anyValue, fc.array(anyItem)), to: fc.oneof(fc.uuid(), anyValue) },
    { requiredKeys: [] },
  ),
});
const rightQuery = anyQuery.map(({ variables }) => ({ query: QUERY, variables }));
const rightMutation = anyMutation.map(({ variables }) => ({ query: MUTATION, variables }));

/** Refused as a whole, or answered field by field: nothing else is thrown, since that is a 500. */
async function expectDirectusShape(body: unknown): Promise<void> {
  const result: Result = await answerTo(body).catch((error: unknown) => {
    if (error instanceof DirectusError && error.getStatus() < 500) return { errors: error.entries };
    throw error;
  });
  const codes = result.errors?.map(({ message, extensions }) => [message, extensions.code]) ?? [];
  for (const [message, code] of codes) {
    expect(message).toMatch(/./su);
    expect(code).toMatch(/^(GRAPHQL|INVALID|FAILED|FORBIDDEN|VALUE)/);
  }
}

test.each([
  ['nearly the right query', 400, anyQuery],
  ['the right query with any variables', 300, rightQuery],
  ['nearly the right mutation', 400, anyMutation],
  ['the right mutation with any variables', 300, rightMutation],
  ['any body', 200, fc.oneof(anyValue, fc.record({ query: anyText }))],
] as [string, number, fc.Arbitrary<unknown>][])('%s', async (_, numRuns, bodies) => {
  asked.splice(0);
  await fc.assert(fc.asyncProperty(bodies, expectDirectusShape), { numRuns, seed: SEED });
});

test('some of them reach the engine', async () => {
  asked.splice(0);
  await fc.assert(fc.asyncProperty(rightQuery, expectDirectusShape), {
    numRuns: 50,
    seed: SEED,
  });
  expect(asked.length).toBeGreaterThan(10);
});
