import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery, printSchema } from 'graphql';
import { type NotificationArgs, readOperation, runOperation } from './monday-operation.js';
import { MONDAY_SCHEMA } from './monday-schema.js';

const sent: NotificationArgs[] = [];
const root = {
  create_notification: async (args: NotificationArgs) => ({ id: sent.push(args), text: args.text }),
};
beforeEach(() => sent.splice(0));

async function answerTo(body: unknown) {
  const operation = readOperation(body);
  return 'errors' in operation ? operation : runOperation(operation, root);
}

async function codesOf(body: unknown) {
  return (await answerTo(body)).errors?.map(({ extensions }) => extensions.code) ?? [];
}

const CALL = 'create_notification (user_id: 1, target_id: 2, text: "Hi", target_type: Project)';
const WITH_VARIABLES = `mutation Send($user: ID!, $text: String!) {
  create_notification (user_id: $user, target_id: "2", text: $text, target_type: post) { id text }
}`;

test('integers and strings are ids alike, and both spellings of the target are known', async () => {
  await answerTo({ query: `mutation { ${CALL} { id } }` });
  await answerTo({ query: WITH_VARIABLES, variables: { user: 1, text: 'Hi' } });

  expect(sent).toEqual([
    { user_id: '1', target_id: '2', text: 'Hi', target_type: 'Project' },
    { user_id: '1', target_id: '2', text: 'Hi', target_type: 'post' },
  ]);
});

test('variables of the type that the older document has are ids', async () => {
  const query = `mutation Send($user: Int!, $target: Int = 2) {
    create_notification (user_id: $user, target_id: $target, text: "Hi", target_type: project) { id }
  }`;

  expect(await codesOf({ query, variables: { user: 1 } })).toEqual([]);
  expect(sent).toMatchObject([{ user_id: '1', target_id: '2' }]);
  expect(await codesOf({ query, variables: { user: 1.5 } })).toEqual(['InvalidArgumentException']);
  expect(await codesOf({ query: query.replace('project', '$user') })).toEqual(['InvalidArgumentException']);
  expect(await codesOf({ query: query.replace('Int!', 'Float!') })).toEqual(['ParseError']);
});

test('variables come as an object, or as the JSON text of one', async () => {
  const variables = { user: '1', text: 'Hi' };
  const expected = { data: { create_notification: { id: '1', text: 'Hi' } } };

  expect(await answerTo({ query: WITH_VARIABLES, variables })).toEqual(expected);
  sent.splice(0);
  expect(await answerTo({ query: WITH_VARIABLES, variables: JSON.stringify(variables) })).toEqual(expected);
});

test('of several operations, the one that is named is run', async () => {
  const query = `mutation One { ${CALL} { id } } query Two { version { value } }`;

  expect(await answerTo({ query, operationName: 'Two' })).toEqual({
    data: { version: { value: '2025-01' } },
  });
  expect(await codesOf({ query })).toEqual(['InvalidArgumentException']);
  expect(await codesOf({ query, operationName: 'Three' })).toEqual(['InvalidArgumentException']);
  expect(sent).toEqual([]);
});

test('introspection tells the committed schema', async () => {
  const { data, errors } = (await answerTo({ query: getIntrospectionQuery() })) as {
    data?: unknown;
    errors?: unknown;
  };

  expect(errors).toBeUndefined();
  expect(printSchema(buildClientSchema(data as IntrospectionQuery))).toBe(printSchema(MONDAY_SCHEMA));
});

const aliased = (count: number) =>
  `mutation { ${Array.from({ length: count }, (_, index) => `a${index}: ${CALL} { id }`).join(' ')} }`;
const deep = (levels: number) => `{ ${'a {'.repeat(levels - 1)} a ${'}'.repeat(levels - 1)} }`;
const brackets = (count: number) => `${'['.repeat(count)}${']'.repeat(count)}`;
const fragments = (count: number) =>
  Array.from({ length: count }, (_, index) => `fragment F${index} on Query { version { value } }`).join(' ');

test.each<[string, string, unknown]>([
  ['what is no GraphQL', 'ParseError', { query: 'mutation {' }],
  ['an empty document', 'ParseError', { query: '' }],
  ['an unknown field', 'ParseError', { query: '{ boards { id } }' }],
  ['a subscription', 'InvalidArgumentException', { query: 'subscription { version { value } }' }],
  [
    'an argument left out',
    'InvalidArgumentException',
    { query: 'mutation { create_notification (text: "Hi") { id } }' },
  ],
  [
    'another target',
    'InvalidArgumentException',
    { query: `mutation { ${CALL.replace('Project', 'Board')} { id } }` },
  ],
  [
    'a number for a text',
    'InvalidArgumentException',
    { query: `mutation { ${CALL.replace('"Hi"', '1')} { id } }` },
  ],
  ['a variable left out', 'InvalidArgumentException', { query: WITH_VARIABLES, variables: { user: 1 } }],
  [
    'a variable of another type',
    'InvalidArgumentException',
    { query: WITH_VARIABLES, variables: { user: 1.5, text: 'Hi' } },
  ],
  ['variables that are none', 'InvalidArgumentException', { query: WITH_VARIABLES, variables: 'user' }],
  ['no query', 'InvalidArgumentException', { variables: {} }],
  ['no object', 'InvalidArgumentException', null],
  ['a batch', 'ComplexityException', [{ query: '{ version { value } }' }]],
  ['16 aliases', 'ComplexityException', { query: aliased(16) }],
  ['26 levels', 'ComplexityException', { query: deep(26) }],
  ['26 levels in fragments', 'ComplexityException', { query: fragments(13) }],
  ['1,001 tokens', 'ComplexityException', { query: `{ ${'a '.repeat(999)}}` }],
  ['51 open brackets', 'ComplexityException', { query: `{ version (a: ${brackets(49)}) }` }],
  ['a megabyte of braces', 'ComplexityException', { query: '{a'.repeat(500_000) }],
])('%s: %s', async (_, code, body) => {
  expect(new Set(await codesOf(body))).toEqual(new Set([code]));
  expect(sent).toEqual([]);
});

test.each([
  ['15 aliases', { query: aliased(15) }, []],
  ['25 levels', { query: deep(25) }, ['ParseError']],
  ['50 open brackets', { query: `{ version (a: ${brackets(48)}) }` }, ['ParseError']],
  ['1,000 tokens', { query: `{ ${'a '.repeat(998)}}` }, ['ParseError']],
])('%s are not too many', async (_, body, codes) => {
  expect([...new Set(await codesOf(body))]).toEqual(codes);
});

test('an error repeats no more than 500 characters of what it refuses', async () => {
  const { errors } = (await answerTo({ query: `{ ${'x'.repeat(100_000)} }` })) as {
    errors?: { message: string }[];
  };

  expect(errors?.[0]?.message).toHaveLength(500);
});

test('what is no refusal is thrown', async () => {
  const operation = readOperation({ query: `mutation { ${CALL} { id } }` });
  const failing = { create_notification: () => Promise.reject(new Error('The database is gone.')) };

  await expect('document' in operation && runOperation(operation, failing)).rejects.toThrow(
    'The database is gone.',
  );
});
