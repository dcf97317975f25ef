import { type Condition, EVERYTHING } from '../../../inbox/query/row-query.js';
import { DirectusError } from '../errors/directus-error.js';
import { NOTIFICATIONS } from '../items/item-fields.js';
import { FilterParser } from './filter.js';
import { UserWanted } from './variables.js';

const NOW = new Date('2026-03-13T14:00:00Z');
const parse = (filter: unknown, user: Record<string, unknown> | null = {}) =>
  new FilterParser({ now: NOW, user }).parse(filter, NOTIFICATIONS);

const line = { column: 'line' } as const;
const id = { column: 'id' } as const;
const among = (...values: unknown[]) => ({ is: 'among', values });

describe('a filter', () => {
  it.each<[string, unknown, unknown]>([
    ['a value that it equals', { subject: 'a' }, { operand: line, test: among('a') }],
    ['one that it does not', { subject: { _neq: 'a' } }, { operand: line, test: among('a'), not: true }],
    ['null', { subject: null }, { operand: line, test: { is: 'null' }, not: false }],
    ['a word for null', { subject: { _neq: 'null' } }, { operand: line, test: { is: 'null' }, not: true }],
    [
      'an operator without a value',
      { subject: { _null: '' } },
      { operand: line, test: { is: 'null' }, not: false },
    ],
    ['the opposite', { subject: { _nnull: false } }, { operand: line, test: { is: 'null' }, not: false }],
    ['numbers as text', { id: { _in: '1,2' } }, { operand: id, test: among(1, 2) }],
    [
      'a long list that became an object',
      { id: { _in: { 0: 1, 1: '2' } } },
      { operand: id, test: among(1, 2) },
    ],
    [
      'a part of a time',
      { 'year(timestamp)': { _gt: 2025 } },
      { operand: { part: 'year' }, test: { is: '>', value: 2025 } },
    ],
    [
      'a field of a relation',
      { sender: { email: { _icontains: 'A%' } } },
      {
        operand: { person: 'sender', column: 'email' },
        test: { is: 'containing', text: 'A%', caseless: true },
      },
    ],
    [
      'now',
      { timestamp: { _lt: '$NOW(-1 hour)' } },
      { test: { is: '<', value: new Date('2026-03-13T13:00:00Z') } },
    ],
    [
      'a group under a field',
      { id: { _or: [{ _eq: 1 }, { _eq: 2 }] } },
      { any: [{ test: among(1) }, { test: among(2) }] },
    ],
  ])('can ask for %s', (_, filter, condition) => expect(parse(filter)).toMatchObject(condition as object));

  it.each<[string, unknown, Condition]>([
    ['nothing', {}, EVERYTHING],
    ['nothing of a field', { subject: {} }, EVERYTHING],
    ['empty groups', { _and: [], _or: [] }, EVERYTHING],
    ['an alternative to nothing', { _or: [{ id: 1 }, {}] }, EVERYTHING],
  ])('of %s is none', (_, filter, condition) => expect(parse(filter)).toBe(condition));

  it.each<[unknown, string]>([
    [{ id: { _in: [] } }, '"_in" has to be an array of values'],
    [{ id: { _in: Array.from({ length: 1_001 }, (_, index) => index) } }, '"_in" takes at most 1000 values'],
    [{ id: { _between: [1] } }, '"_between" has to be an array of two values'],
    [{ id: 'x' }, 'Invalid numeric value'],
    [{ id: 1.5 }, 'Invalid numeric value'],
    [{ id: { _gt: 1e300 } }, 'The filter value for "_gt" is not a valid number'],
    [{ timestamp: '$NOW(' }, 'The filter value for "_eq" is not a valid date'],
    [{ timestamp: '2026-02-31' }, 'The filter value for "_eq" is not a valid date'],
    [{ sender: 'x' }, 'The filter value for "_eq" is not a valid UUID'],
    [
      { subject: { _eq: '' } },
      `You can't filter for an empty string in "_eq". Use "_empty" or "_nempty" instead`,
    ],
    [{ subject: { _eq: 'a\0' } }, 'The filter value for "_eq" contains characters that cannot be stored'],
    [
      { subject: { _contains: {} } },
      'The filter value for "_contains" has to be a string, number, or boolean',
    ],
    [{ subject: { _regex: 'a' } }, '"string" field type does not contain the "_regex" filter operator'],
    [{ recipient: { _contains: 'a' } }, '"uuid" field type does not contain the "_contains" filter operator'],
    [{ subject: { _null: 'x' } }, '"_null" has to be a boolean'],
    [{ sender: { _some: {} } }, '"_some" can only be used with top level relational alias field'],
    [{ subject: { toString: 1 } }, 'or it does not exist'],
    [{ _eq: 1 }, 'Invalid filter object'],
    [{ id: [] }, 'Invalid filter object'],
    [{ id: { _and: [[]] } }, 'Invalid filter object'],
    [[], 'Invalid filter object'],
    [nested(11), 'The filter is nested deeper than 10 levels'],
    [{ _or: Array.from({ length: 101 }, () => ({ id: 1 })) }, 'The query has more than 100 conditions'],
  ])('%j is refused', (filter, reason) => {
    expect(() => parse(filter)).toThrow(reason);
    expect(() => parse(filter)).toThrow(DirectusError);
  });

  it("asks for the caller's own fields when it names them", () => {
    const mine = { recipient: '$CURRENT_USER' };
    const uuid = '4f0c2f5e-2d3b-4a51-9c39-1c52d9f3a7b1';

    expect(() => parse(mine, null)).toThrow(UserWanted);
    expect(parse(mine, { id: uuid })).toMatchObject({ test: among(uuid) });
    expect(parse({ subject: '$CURRENT_USER.constructor' }, { id: uuid })).toMatchObject({
      test: { is: 'null' },
    });
  });
});

function nested(levels: number): unknown {
  return levels === 0 ? { id: 1 } : { _and: [nested(levels - 1)] };
}
