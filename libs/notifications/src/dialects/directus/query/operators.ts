import type { Test } from '../../../inbox/query/row-query.js';
import { invalidQuery } from '../errors/directus-error.js';
import type { Field, FieldType } from '../items/item-fields.js';
import { storableValue, typedValue } from './values.js';

interface Tested {
  readonly test: Test;
  readonly not?: boolean;
}

type Operator = (value: unknown, field: Field, name: string) => Tested;

const NULL: Operator = (value, _field, name) => ({ test: { is: 'null' }, not: !flag(value, name) });
const NOT_NULL: Operator = (value, _field, name) => ({ test: { is: 'null' }, not: flag(value, name) });
const EMPTY: Operator = (value, _field, name) => ({ test: { is: 'empty' }, not: !flag(value, name) });
const NOT_EMPTY: Operator = (value, _field, name) => ({ test: { is: 'empty' }, not: flag(value, name) });

/** A field without a value is null, and so never unequal to anything else. */
const equal =
  (not: boolean): Operator =>
  (value, field, name) =>
    value === null
      ? { test: { is: 'null' }, not }
      : { test: { is: 'among', values: [typedValue(value, field, name)] }, not };

const among =
  (not: boolean): Operator =>
  (value, field, name) => ({
    test: {
      is: 'among',
      values: list(value, name).map((one) => (one === null ? null : typedValue(one, field, name))),
    },
    not,
  });

const compared =
  (is: '<' | '<=' | '>' | '>='): Operator =>
  (value, field, name) => ({ test: { is, value: typedValue(value, field, name) } });

const between =
  (not: boolean): Operator =>
  (value, field, name) => {
    const values = list(value, name).map((one) => typedValue(one, field, name));
    const [from, to] = values;
    if (from === undefined || to === undefined || values.length > 2) {
      throw invalidQuery(`"${name}" has to be an array of two values`);
    }
    return { test: { is: 'between', from, to }, not };
  };

const containing =
  (is: 'containing' | 'starting' | 'ending', how: { caseless?: boolean; not?: boolean } = {}): Operator =>
  (value, _field, name) => ({
    test: { is, text: String(storableValue(value, name)), caseless: how.caseless ?? false },
    not: how.not ?? false,
  });

const SOME: Readonly<Record<string, Operator>> = {
  _eq: equal(false),
  _neq: equal(true),
  _in: among(false),
  _nin: among(true),
  _null: NULL,
  _nnull: NOT_NULL,
};

const ORDERED: Readonly<Record<string, Operator>> = {
  ...SOME,
  _lt: compared('<'),
  _lte: compared('<='),
  _gt: compared('>'),
  _gte: compared('>='),
  _between: between(false),
  _nbetween: between(true),
};

const TEXT: Readonly<Record<string, Operator>> = {
  ...SOME,
  _empty: EMPTY,
  _nempty: NOT_EMPTY,
  _contains: containing('containing'),
  _ncontains: containing('containing', { not: true }),
  _icontains: containing('containing', { caseless: true }),
  _starts_with: containing('starting'),
  _nstarts_with: containing('starting', { not: true }),
  _istarts_with: containing('starting', { caseless: true }),
  _nistarts_with: containing('starting', { caseless: true, not: true }),
  _ends_with: containing('ending'),
  _nends_with: containing('ending', { not: true }),
  _iends_with: containing('ending', { caseless: true }),
  _niends_with: containing('ending', { caseless: true, not: true }),
};

const FLAG: Readonly<Record<string, Operator>> = {
  _eq: equal(false),
  _neq: equal(true),
  _null: NULL,
  _nnull: NOT_NULL,
};

/** What a field of a type can be tested with. */
const OPERATORS: Readonly<Record<FieldType, Readonly<Record<string, Operator>>>> = {
  integer: ORDERED,
  timestamp: ORDERED,
  string: TEXT,
  text: TEXT,
  uuid: SOME,
  boolean: FLAG,
};

export function tested(name: string, value: unknown, field: Field): Tested {
  const operators = OPERATORS[field.type];
  const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (!operator) {
    throw invalidQuery(`"${field.type}" field type does not contain the "${name}" filter operator`);
  }
  return operator(value, field, name);
}

/** In a URL an operator may stand without a value: `filter[message][_null]`. */
function flag(value: unknown, name: string): boolean {
  if (value === null || value === '') return true;
  if (typeof value !== 'boolean') throw invalidQuery(`"${name}" has to be a boolean`);
  return value;
}

const MAX_VALUES = 1_000;

function list(value: unknown, name: string): readonly unknown[] {
  if (!Array.isArray(value) || value.length === 0)
    throw invalidQuery(`"${name}" has to be an array of values`);
  if (value.length > MAX_VALUES) throw invalidQuery(`"${name}" takes at most ${MAX_VALUES} values`);
  return value as unknown[];
}
