import fc from 'fast-check';
import { FIELDS, OPERATORS, scalar, text, USER_FIELDS } from './query-parts.ts';

const FUNCTIONS = ['year', 'month', 'week', 'day', 'weekday', 'hour', 'minute', 'second', 'count'];
const OPERATIONS = [
  ...['count', 'countDistinct', 'countAll', 'sum', 'sumDistinct', 'avg', 'avgDistinct', 'min', 'max', 'nope'],
];

const value = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }), fc.jsonValue({ maxDepth: 2 }));

const person = fc.tuple(fc.constantFrom('recipient', 'sender', 'subject'), fc.constantFrom(...USER_FIELDS));
const call = fc.tuple(fc.constantFrom(...FUNCTIONS), fc.constantFrom('timestamp', 'subject', 'nope'));
const fieldName = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...FIELDS) },
  fc.constantFrom('nope', '*', '*.*', 'sender.*', '', '__proto__', 'constructor', '-', '$thumbnail'),
  person.map((parts) => parts.join('.')),
  call.map(([part, field]) => `${part}(${field})`),
  text,
);

const tests = fc.dictionary(fc.constantFrom(...OPERATORS), value, { maxKeys: 2 });
const { filter } = fc.letrec<{ filter: unknown }>((tie) => ({
  filter: fc.oneof(
    { depthSize: 'small' },
    fc.dictionary(fieldName, fc.oneof(tests, scalar), { maxKeys: 3 }),
    person.chain(([role, field]) => tests.map((inner) => ({ [role]: { [field]: inner } }))),
    fc.record({ _and: fc.array(tie('filter'), { maxLength: 3 }) }),
    fc.record({ _or: fc.array(tie('filter'), { maxLength: 3 }) }),
    fc.jsonValue({ maxDepth: 3 }),
  ),
}));

const fieldNames = fc.array(fieldName, { maxLength: 4 });
const sorts = fc.array(
  fc.tuple(fc.constantFrom('', '-', '--'), fieldName).map((parts) => parts.join('')),
  { maxLength: 3 },
);
const joined = (lists: fc.Arbitrary<string[]>) =>
  fc.oneof(
    lists,
    lists.map((all) => all.join(',')),
  );
const count = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -3, max: 2_000 }) },
  { weight: 8, arbitrary: scalar },
  fc.constantFrom({ a: '1' }, { toString: 1 }, Object.create(null), ['1'], [[1]]),
);

/** A query with anything at all in every parameter. */
export const wildQuery = fc.record(
  {
    fields: joined(fieldNames),
    filter: fc.oneof(
      filter,
      filter.map((one) => JSON.stringify(one)),
      text,
    ),
    search: fc.oneof(text, scalar),
    sort: joined(sorts),
    limit: count,
    offset: count,
    page: count,
    meta: fc.oneof(fc.constantFrom('*', 'total_count', 'filter_count,total_count', 'nope'), value),
    aggregate: fc.oneof(
      fc.dictionary(fc.constantFrom(...OPERATIONS), fc.oneof(fieldNames, fieldName), { maxKeys: 3 }),
      value,
    ),
    groupBy: fieldNames,
    alias: fc.oneof(
      fc.dictionary(fc.constantFrom('a', 'sub', 'from', 'subject'), fieldName, { maxKeys: 2 }),
      value,
    ),
    deep: fc.oneof(fc.record({ sender: fc.record({ _filter: filter }) }), value),
    export: fc.oneof(fc.constantFrom('csv', 'json', 'xml', 'yaml', 'exe'), value),
  },
  { requiredKeys: [] },
);
