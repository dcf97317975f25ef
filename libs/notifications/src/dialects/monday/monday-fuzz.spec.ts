import fc from 'fast-check';
import type { Result } from './monday-answer.js';
import { type NotificationArgs, readOperation, runOperation } from './monday-operation.js';
import { messageOf, textOf } from './notification-text.js';

const SEED = 20_261_120;
const CODES = /^(ParseError|(InvalidArgument|Complexity)Exception)$/;

const root = {
  async create_notification({ text }: NotificationArgs) {
    const taken = textOf(text);
    expect(messageOf(taken).message).toMatch(/^[^\r\n]+$/u);
    return { id: 1, text: taken };
  },
};

const QUERY = `mutation Send($user: ID!, $text: String!) {
  first: create_notification(user_id: $user, target_id: 2, text: $text, target_type: Project) { ...All }
}
fragment All on Notification { id text @include(if: true) }`;
const TOKENS = QUERY.split(/(?<=\W)|(?=\W)/);
const SYNTAX = '{ } ( ) [ ] " """ $ @ ! ... : # \\ \0 🔥 1e999 -'.split(' ');
const WORDS = 'query fragment on null true __typename __schema __proto__ constructor version'.split(' ');

const anyText = fc.string({ unit: 'binary' });
const anyToken = fc.oneof(fc.constantFrom(...SYNTAX, ...WORDS, ...TOKENS), anyText);
const anyDocument = fc.oneof(
  anyText,
  fc.array(anyToken, { maxLength: 60 }).map((tokens) => tokens.join(' ')),
);
/** The right document, in which some tokens are others. */
const nearly = fc
  .array(fc.tuple(fc.nat({ max: TOKENS.length - 1 }), anyToken), { minLength: 1, maxLength: 4 })
  .map((changes) => changes.reduce((tokens, [at, token]) => tokens.with(at, token), TOKENS).join(''));
/** The right document, with any text as a literal in it. */
const withLiteral = anyText.map((text) => QUERY.replace('$text,', () => `${JSON.stringify(text)},`));

const anyValue = fc.oneof(
  fc.jsonValue({ stringUnit: 'binary' }),
  anyText,
  fc.double(),
  fc.bigInt().map(Number),
);
const anyVariables = fc.oneof(
  anyValue,
  fc.record({ user: anyValue, text: fc.oneof(anyText, anyValue) }),
  fc.record({ user: anyValue, text: anyText }).map((variables) => JSON.stringify(variables)),
);
const anyRequest = fc.record(
  { query: fc.oneof(fc.constant(QUERY), anyDocument, nearly, withLiteral), variables: anyVariables },
  { requiredKeys: [] },
);

function expectMondaysShape(result: Result): void {
  expect(result.data ?? result.errors).toBeDefined();
  for (const { message, locations, path, extensions } of result.errors ?? []) {
    expect(message).toMatch(/./su);
    expect(message.length).toBeLessThanOrEqual(500);
    for (const { line, column } of locations) expect(Math.min(line, column)).toBeGreaterThan(0);
    expect(path.every((part) => ['string', 'number'].includes(typeof part))).toBe(true);
    expect(extensions.code).toMatch(CODES);
    expect(extensions.status_code).toBeGreaterThanOrEqual(400);
    expect(extensions.status_code).toBeLessThan(500);
  }
  expect(JSON.parse(JSON.stringify(result))).toEqual(result);
}

/** Whatever comes is answered in monday's shape: nothing here throws, since what throws is a 500. */
const check = <Value>(numRuns: number, values: fc.Arbitrary<Value>, bodyOf: (value: Value) => unknown) =>
  fc.assert(
    fc.asyncProperty(values, async (value) => {
      const operation = readOperation(bodyOf(value));
      expectMondaysShape('errors' in operation ? operation : await runOperation(operation, root));
    }),
    { numRuns, seed: SEED },
  );

test('any body', () => check(300, fc.oneof(anyValue, fc.array(anyRequest)), (body) => body));

test('any document', () => check(700, anyDocument, (query) => ({ query })));

test('any tokens in the right document', () =>
  check(700, nearly, (query) => ({ query, variables: { user: 1, text: 'Hi' } })));

test('any text as a literal', () => check(300, withLiteral, (query) => ({ query, variables: { user: 1 } })));

test('any variables of the right document', () =>
  check(600, anyVariables, (variables) => ({ query: QUERY, variables })));

test('any request', () => check(300, anyRequest, (body) => body));
