import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery, printSchema } from 'graphql';
import { DirectusError } from '../../libs/notifications/src/dialects/directus/errors/directus-error.js';
import { schemaFor } from '../../libs/notifications/src/dialects/directus/graphql/directus-schema.js';
import { notOverGet } from '../../libs/notifications/src/dialects/directus/graphql/graphql-errors.js';
import { answerTo, asked, codesOf } from '../support/fake-directus.ts';

const UUID = '410b5772-e63f-4ae6-9ea2-39c3a31bd6ca';

beforeEach(() => asked.splice(0));

const aliased = (count: number) =>
  `{ ${Array.from({ length: count }, (_, index) => `a${index}: __typename`).join(' ')} }`;
const fragments = (count: number) =>
  Array.from(
    { length: count },
    (_, index) => `fragment F${index} on Query { ... { ...F${index + 1} } }`,
  ).join(' ');

test('a selection becomes the query of REST', async () => {
  const query = `query ($fits: directus_users_filter) {
    notifications(filter: {timestamp_func: {year: {_eq: 2026}}}, sort: ["-id"], limit: 5, search: "hi") {
      line: subject recipient ...More from: sender(filter: $fits) { email }
    }
  }
  fragment More on directus_notifications { timestamp_func { year } status @skip(if: true) }`;
  await answerTo({ query, variables: { fits: { email: { _nnull: true } } } });

  expect(asked).toEqual([
    expect.objectContaining({
      filter: { 'year(timestamp)': { _eq: 2026 } },
      sort: ['-id'],
      limit: 5,
      search: 'hi',
      fields: ['id', 'subject', 'recipient_id', 'year(timestamp)', 'sender:from.id', 'sender:from.email'],
      alias: { recipient_id: 'recipient', 'sender:from': 'sender' },
      deep: { 'sender:from': { _filter: { email: { _nnull: true } } } },
    }),
  ]);
});

test('an aggregation becomes one', async () => {
  const query =
    '{ notifications_aggregated(groupBy: ["status"]) { group countAll count { id item } max { id } } }';
  await answerTo({ query });

  expect(asked).toEqual([
    expect.objectContaining({
      groupBy: ['status'],
      aggregate: { countAll: ['*'], count: ['id', 'item'], max: ['id'] },
    }),
  ]);
});

test('root fields are answered one after the other', async () => {
  await answerTo({
    query: '{ a: notifications { id } b: users_me { id } c: notifications { item } }',
  });

  expect(asked.map((query) => query['fields'])).toEqual([['id'], ['id', 'item']]);
});

test('what a field refuses stands beside it, with its place', async () => {
  const query = '{ users_me { id } notifications_by_id(id: "x") { id } }';

  expect(await answerTo({ query })).toEqual({
    data: { users_me: { id: 'me' }, notifications_by_id: null },
    errors: [
      {
        message: "You don't have permission to access this.",
        extensions: { code: 'FORBIDDEN' },
        locations: [{ line: 1, column: 19 }],
        path: ['notifications_by_id'],
      },
    ],
  });
});

test('of a list that cannot be null, nothing is left', async () => {
  const { errors, ...rest } = await answerTo({ query: '{ notifications(limit: -5) { id } }' });

  expect(rest).toEqual({});
  expect(errors).toMatchObject([{ extensions: { code: 'INVALID_QUERY' }, path: ['notifications'] }]);
});

test('of several operations, the one that is named is run', async () => {
  const query = 'query One { notifications { id } } query Two { users_me { id } }';

  expect(await answerTo({ query, operationName: 'Two' })).toEqual({ data: { users_me: { id: 'me' } } });
  expect(await codesOf({ query })).toEqual([400, 'GRAPHQL_EXECUTION']);
  expect(await codesOf({ query, operationName: 'Three' })).toEqual([400, 'GRAPHQL_EXECUTION']);
});

test('a user as a variable may be nobody, or left out', async () => {
  const query = `mutation ($to: ID, $from: ID) {
    create_notifications_item(data: {recipient: $to, sender: $from, subject: "Hi"}) { id }
  }`;
  const failed = async (variables: object) =>
    (await answerTo({ query, variables })).errors?.map(({ extensions: { field, type } }) => [field, type]);

  expect(await failed({ to: UUID, from: null })).toBeUndefined();
  expect(await failed({ to: UUID })).toBeUndefined();
  expect(await failed({ to: null })).toEqual([['recipient', 'nnull']]);
  expect(await failed({})).toEqual([['recipient', 'required']]);
});

test('a user as a variable may stand where a text is due, too', async () => {
  const query = `mutation ($to: String!) {
    create_notifications_item(data: {recipient: $to, item: $to, subject: "Hi"}) { id }
    update_notifications_items(ids: [1], data: {recipient: $to}) { id }
  }`;
  const elsewhere = query.replace('[1]', '[$to]');

  expect((await answerTo({ query, variables: { to: UUID } })).errors).toBeUndefined();
  expect(await codesOf({ query: elsewhere, variables: { to: UUID } })).toEqual([400, 'GRAPHQL_VALIDATION']);
});

test('the mutations of one request name 1,000 rows together, and no more', async () => {
  const query = `mutation ($ids: [ID]!) {
    first: update_notifications_items(ids: $ids, data: {}) { id }
    more: update_notifications_items(ids: $ids, data: {}) { id }
    last: delete_notifications_item(id: 1) { id }
  }`;
  const failed = async (count: number) => {
    const ids = Array.from({ length: count }, (_, index) => index);
    const { errors } = await answerTo({ query, variables: { ids } });
    return errors?.map(({ path, extensions }) => [path?.[0], extensions.code]);
  };

  expect(await failed(499)).toBeUndefined();
  expect(await failed(500)).toEqual([['last', 'INVALID_PAYLOAD']]);
});

test('introspection tells the committed schema', async () => {
  const { data } = await answerTo({ query: getIntrospectionQuery() });

  const told = printSchema(buildClientSchema(data as IntrospectionQuery));
  expect(told).toBe(printSchema(schemaFor({ can: () => true })));
});

const MUTATIONS = ['update_notifications_batch', 'update_notifications_item', 'update_notifications_items'];

test.each([
  ['an app user', ['notifications.update'], [...MUTATIONS, 'update_users_me'], ['id', 'status']],
  ['who may change nothing', [], ['update_users_me'], undefined],
  [
    'who makes them',
    ['notifications.create'],
    ['create_notifications_item', 'create_notifications_items', 'update_users_me'],
    undefined,
  ],
])('%s has the schema of what they may do', (_, rights, mutations, changes) => {
  const schema = schemaFor({ can: (right) => rights.includes(right) });

  expect(Object.keys(schema.getMutationType()?.getFields() ?? {}).sort()).toEqual(mutations);
  const change = schema.getType('update_directus_notifications_input');
  expect(change && 'getFields' in change && Object.keys(change.getFields())).toEqual(changes);
});

test.each([
  ['what is no GraphQL', 'GRAPHQL_VALIDATION', { query: '{ notifications {' }],
  ['an unknown field', 'GRAPHQL_VALIDATION', { query: '{ notes { id } }' }],
  ['an unknown filter', 'GRAPHQL_VALIDATION', { query: '{ notifications(filter: {x: {_eq: 1}}) { id } }' }],
  [
    'a name that is both bare and not',
    'GRAPHQL_VALIDATION',
    { query: '{ notifications { sender sender { id } } }' },
  ],
  ['fragments in a circle', 'GRAPHQL_VALIDATION', { query: '{ ...A } fragment A on Query { ...A }' }],
  ['a subscription', 'GRAPHQL_EXECUTION', { query: 'subscription { notifications { id } }' }],
  ['16 aliases', 'GRAPHQL_VALIDATION', { query: aliased(16) }],
  ['26 levels in fragments', 'GRAPHQL_VALIDATION', { query: `{ ...F0 } ${fragments(13)}` }],
  ['5,001 tokens', 'GRAPHQL_VALIDATION', { query: `{ ${'id '.repeat(5_000)}}` }],
  [
    'the same field 1,600 times',
    'GRAPHQL_VALIDATION',
    { query: `{ notifications { ${'id '.repeat(1_600)}} }` },
  ],
  ['51 open brackets', 'GRAPHQL_VALIDATION', { query: `{ a(b: ${'['.repeat(49)}` }],
  ['a megabyte of braces', 'GRAPHQL_VALIDATION', { query: '{a'.repeat(500_000) }],
  [
    'introspection of introspection',
    'GRAPHQL_VALIDATION',
    { query: `{ __schema { types { ${'fields { type { '.repeat(8)} name ${'} }'.repeat(8)} } } }` },
  ],
  [
    'a variable of another type',
    'GRAPHQL_EXECUTION',
    { query: 'query ($n: Int) { notifications(limit: $n) { id } }', variables: { n: 'x' } },
  ],
  [
    'a variable left out',
    'GRAPHQL_EXECUTION',
    { query: 'query ($id: ID!) { notifications_by_id(id: $id) { id } }' },
  ],
  ['variables that are none', 'GRAPHQL_EXECUTION', { query: '{ __typename }', variables: [] }],
  ['variables that are no JSON', 'GRAPHQL_EXECUTION', { query: '{ __typename }', variables: '{' }],
  [
    'deep variables',
    'GRAPHQL_EXECUTION',
    {
      query: '{ __typename }',
      variables: { a: JSON.parse('['.repeat(5_000) + ']'.repeat(5_000)) as unknown },
    },
  ],
  ['no query', 'INVALID_PAYLOAD', { variables: {} }],
  ['an empty query', 'INVALID_PAYLOAD', { query: '' }],
  ['no object', 'INVALID_PAYLOAD', null],
  ['a batch', 'INVALID_PAYLOAD', [{ query: '{ __typename }' }]],
])('%s: %s', async (_, code, body) => {
  expect(await codesOf(body)).toEqual([400, code]);
  expect(asked).toEqual([]);
});

test.each([
  ['15 aliases', aliased(15)],
  ['the same field 100 times', `{ notifications { ${'id '.repeat(100)}} }`],
])('%s are not too many', async (_, query) => {
  expect(await codesOf({ query })).toEqual([{ data: expect.any(Object) }]);
});

test('a mutation by GET is a wrong method', async () => {
  const query = 'mutation { delete_notifications_item(id: 1) { id } }';

  const refuse = () => {
    throw notOverGet();
  };

  expect(await codesOf({ query }, refuse)).toEqual([405, 'METHOD_NOT_ALLOWED']);
  expect(await answerTo({ query: '{ users_me { id } }' }, refuse)).toEqual({
    data: { users_me: { id: 'me' } },
  });
});

test('what is no refusal is thrown', async () => {
  const refused = answerTo({ query: '{ notifications_by_id(id: 500) { id } }' });

  await expect(refused).rejects.toThrow('The database is gone.');
  await expect(refused).rejects.not.toBeInstanceOf(DirectusError);
});
