import fc from 'fast-check';
import { FIELDS, OPERATORS, text } from './query-parts.ts';

const TEXTS = ['status', 'subject', 'message', 'collection', 'item'];
const said = text.filter((one) => !/[\0\p{Surrogate}]/u.test(one));
const time = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const one = (name: string, values: fc.Arbitrary<unknown>) => values.map((value) => ({ [name]: value }));
const flag = (name: string) => one(name, fc.boolean());
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
const ofPerson = fc.oneof(
  one('id', equal(fc.uuid())),
  one('email_notifications', fc.oneof(one('_eq', fc.boolean()), flag('_null'))),
  fc.constantFrom('first_name', 'last_name', 'email', 'language').chain((field) => one(field, worded)),
);
const rightTest = fc.oneof(
  one('id', ordered(fc.integer())),
  one('timestamp', ordered(time)),
  fc.constantFrom(...TEXTS).chain((field) => one(field, worded)),
  fc.constantFrom('recipient', 'sender').chain((role) => one(role, fc.oneof(equal(fc.uuid()), ofPerson))),
  fc
    .constantFrom('year', 'second', 'weekday')
    .chain((part) => one(`${part}(timestamp)`, ordered(fc.integer({ min: 0, max: 60 })))),
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
