import fc from 'fast-check';

/** Stands in every text, so that a test sees where it has gone. */
export const MARK = 'zQx';

const FIELDS = [
  'id',
  'timestamp',
  'status',
  'recipient',
  'sender',
  'subject',
  'message',
  'collection',
  'item',
];
const USER_FIELDS = ['id', 'first_name', 'last_name', 'email', 'language', 'email_notifications'];
const FUNCTIONS = ['year', 'month', 'week', 'day', 'weekday', 'hour', 'minute', 'second', 'count'];
const OPERATORS = [
  ...[
    'eq',
    'neq',
    'lt',
    'lte',
    'gt',
    'gte',
    'in',
    'nin',
    'null',
    'nnull',
    'empty',
    'nempty',
    'between',
    'nbetween',
  ],
  ...['contains', 'ncontains', 'icontains', 'starts_with', 'nstarts_with', 'istarts_with', 'nistarts_with'],
  ...['ends_with', 'nends_with', 'iends_with', 'niends_with', 'regex', 'some'],
].map((name) => `_${name}`);

const nasty = fc.constantFrom(
  "'",
  '"',
  '%',
  '_',
  '\\',
  '\0',
  '$1',
  '--',
  ';',
  '*',
  '.',
  '\ud800',
  'é',
  ')',
  '🔥',
);
const text = fc
  .array(fc.oneof(nasty, fc.string({ maxLength: 3 })), { maxLength: 4 })
  .map((parts) => MARK + parts.join(''));

const scalar = fc.oneof(
  text,
  fc.integer({ min: -3, max: 40 }),
  fc.constantFrom(
    '3',
    '-1',
    '99999999999',
    '1e400',
    '0x1',
    '',
    '2026-01-01',
    '2026-02-31',
    '2026-01-01T00:00:00+02:00',
  ),
  fc.constantFrom(
    '$NOW',
    '$NOW(-7 days)',
    '$NOW(x)',
    '$CURRENT_ROLE',
    'true',
    'false',
    'null',
    'inbox',
    'archived',
  ),
  fc.uuid(),
  fc.constantFrom(true, false, null, Number.MAX_VALUE, NaN),
);
const value = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }), fc.jsonValue({ maxDepth: 2 }));

const person = fc.tuple(fc.constantFrom('recipient', 'sender', 'subject'), fc.constantFrom(...USER_FIELDS));
const call = fc.tuple(fc.constantFrom(...FUNCTIONS), fc.constantFrom('timestamp', 'subject', 'nope'));
const name = fc.oneof(
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
    fc.dictionary(name, fc.oneof(tests, scalar), { maxKeys: 3 }),
    person.chain(([role, field]) => tests.map((inner) => ({ [role]: { [field]: inner } }))),
    fc.record({ _and: fc.array(tie('filter'), { maxLength: 3 }) }),
    fc.record({ _or: fc.array(tie('filter'), { maxLength: 3 }) }),
    fc.jsonValue({ maxDepth: 3 }),
  ),
}));

const names = fc.array(name, { maxLength: 4 });
const sorts = fc.array(
  fc.tuple(fc.constantFrom('', '-', '--'), name).map((parts) => parts.join('')),
  { maxLength: 3 },
);
const operations = [
  'count',
  'countDistinct',
  'countAll',
  'sum',
  'sumDistinct',
  'avg',
  'avgDistinct',
  'min',
  'max',
  'nope',
];
const number = fc.oneof(fc.integer({ min: -3, max: 2_000 }), scalar);

/** A query with anything at all in every parameter. */
const wildQuery = fc.record(
  {
    fields: fc.oneof(
      names,
      names.map((all) => all.join(',')),
    ),
    filter: fc.oneof(
      filter,
      filter.map((one) => JSON.stringify(one)),
      text,
    ),
    search: fc.oneof(text, scalar),
    sort: fc.oneof(
      sorts,
      sorts.map((all) => all.join(',')),
    ),
    limit: number,
    offset: number,
    page: number,
    meta: fc.oneof(fc.constantFrom('*', 'total_count', 'filter_count,total_count', 'nope'), value),
    aggregate: fc.oneof(
      fc.dictionary(fc.constantFrom(...operations), fc.oneof(names, name), { maxKeys: 3 }),
      value,
    ),
    groupBy: names,
    alias: fc.oneof(
      fc.dictionary(fc.constantFrom('a', 'sub', 'from', 'subject'), name, { maxKeys: 2 }),
      value,
    ),
    deep: fc.oneof(fc.record({ sender: fc.record({ _filter: filter }) }), value),
    export: fc.oneof(fc.constantFrom('csv', 'json', 'xml', 'yaml', 'exe'), value),
  },
  { requiredKeys: [] },
);

const texts = ['status', 'subject', 'message', 'collection', 'item'];
const said = text.filter((one) => !/[\0\p{Surrogate}]/u.test(one));
const time = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const flag = (name: string) => fc.boolean().map((value) => ({ [name]: value }));
const one = (name: string, values: fc.Arbitrary<unknown>) => values.map((value) => ({ [name]: value }));
const some = (name: string, values: fc.Arbitrary<unknown>) =>
  fc.array(values, { minLength: 1, maxLength: 3 }).map((all) => ({ [name]: all }));
const two = (name: string, values: fc.Arbitrary<unknown>) =>
  fc.tuple(values, values).map((both) => ({ [name]: both }));

/** A right test of each type of field. */
const equal = (values: fc.Arbitrary<unknown>) =>
  fc.oneof(
    one('_eq', values),
    one('_neq', values),
    some('_in', values),
    some('_nin', values),
    flag('_null'),
    flag('_nnull'),
  );
const ordered = (values: fc.Arbitrary<unknown>) =>
  fc.oneof(
    equal(values),
    ...['_lt', '_lte', '_gt', '_gte'].map((name) => one(name, values)),
    ...['_between', '_nbetween'].map((name) => two(name, values)),
  );
const worded = fc.oneof(
  equal(said),
  flag('_empty'),
  flag('_nempty'),
  ...OPERATORS.filter((name) => /contains|with/.test(name)).map((name) => one(name, said)),
);
const under = (name: string, inner: fc.Arbitrary<unknown>) => inner.map((test) => ({ [name]: test }));
const ofPerson = fc.oneof(
  under('id', equal(fc.uuid())),
  under('email_notifications', fc.oneof(one('_eq', fc.boolean()), flag('_null'))),
  fc.constantFrom('first_name', 'last_name', 'email', 'language').chain((field) => under(field, worded)),
);
const rightTest = fc.oneof(
  under('id', ordered(fc.integer())),
  under('timestamp', ordered(time)),
  fc.constantFrom(...texts).chain((field) => under(field, worded)),
  fc.constantFrom('recipient', 'sender').chain((role) => under(role, fc.oneof(equal(fc.uuid()), ofPerson))),
  fc
    .constantFrom('year', 'second', 'weekday')
    .chain((part) => under(`${part}(timestamp)`, ordered(fc.integer({ min: 0, max: 60 })))),
);
const { right } = fc.letrec<{ right: unknown }>((tie) => ({
  right: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 3, arbitrary: rightTest },
    { weight: 1, arbitrary: fc.record({ _and: fc.array(tie('right'), { maxLength: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ _or: fc.array(tie('right'), { maxLength: 3 }) }) },
  ),
}));

const rightNames = [
  ...FIELDS,
  '*',
  '*.*',
  'sender.*',
  'recipient.email',
  'sender.id',
  'year(timestamp)',
  'second(timestamp)',
];
const rightSorts = [...FIELDS, 'sender.email', 'recipient.first_name', 'month(timestamp)'].flatMap(
  (field) => [field, `-${field}`],
);
const common = {
  filter: right,
  search: said,
  limit: fc.integer({ min: -1, max: 5 }),
  offset: fc.nat(5),
  page: fc.nat(3),
  meta: fc.constant('*'),
};
const rowsQuery = fc.record(
  {
    ...common,
    fields: fc.subarray(rightNames, { maxLength: 4 }),
    sort: fc.subarray(rightSorts, { maxLength: 3 }),
    alias: fc.constantFrom({ a: 'subject' }, { from: 'sender' }),
    deep: right.map((inner) => ({ sender: { _filter: { id: { _null: false } } }, nope: inner })),
  },
  { requiredKeys: [] },
);
const numbersQuery = fc.record(
  {
    ...common,
    aggregate: fc.constantFrom(
      { count: '*' },
      { count: 'id', countDistinct: 'recipient,subject', countAll: '*' },
      { sum: 'id', avg: 'id', sumDistinct: 'id', avgDistinct: 'id' },
      { min: 'id,timestamp,subject', max: 'status,item,message' },
    ),
    groupBy: fc.subarray(['status', 'recipient', 'year(timestamp)', 'collection'], { maxLength: 2 }),
  },
  { requiredKeys: ['aggregate'] },
);

/** A query that is right, with something of every parameter. */
export const rightQuery = fc.oneof(rowsQuery, numbersQuery);

/** Queries as clients send them, right and wrong. */
export const anyQuery = fc.oneof(wildQuery, rightQuery);
