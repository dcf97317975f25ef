import type { Measure } from '../../../inbox/query/row-query.js';
import { invalidQuery } from '../errors/directus-error.js';
import type { Field, FieldSet } from '../items/item-fields.js';
import { fieldNamed, keyOf } from './field-names.js';
import { isRecord, parsedJson } from './json.js';
import { namesIn } from './lists.js';
import { sortKeys } from './sort.js';

const MAX_MEASURES = 20;
const MAX_GROUPS = 5;

/** A number that is asked for: of all rows, or of one field. */
export interface Asked {
  readonly operation: string;
  readonly field: string | null;
  readonly measure: Measure;
}

export interface Summary {
  readonly groups: readonly { readonly name: string; readonly key: string; readonly field: Field }[];
  readonly asked: readonly Asked[];
  readonly order: readonly { readonly place: number; readonly descending: boolean }[];
}

type Operation = (field: Field, name: string) => Measure;

const counted =
  (by: 'count' | 'min' | 'max', distinct = false): Operation =>
  ({ operand, type }, name) => {
    if (by !== 'count' && (type === 'uuid' || type === 'boolean')) throw notOf(name, type);
    return { of: operand, by, distinct };
  };
const added =
  (by: 'sum' | 'avg', distinct = false): Operation =>
  ({ operand, type }, name) => {
    if (type !== 'integer') throw notOf(name, type);
    return { of: operand, by, distinct };
  };

const OPERATIONS: Readonly<Record<string, Operation>> = {
  count: counted('count'),
  countDistinct: counted('count', true),
  sum: added('sum'),
  sumDistinct: added('sum', true),
  avg: added('avg'),
  avgDistinct: added('avg', true),
  min: counted('min'),
  max: counted('max'),
};

/** Those that are asked of fields. */
export const FIELD_OPERATIONS = Object.keys(OPERATIONS);

/** `aggregate` and `groupBy`; `null` when a query has neither, and so asks for rows. */
export function parseSummary(raw: Readonly<Record<string, unknown>>, set: FieldSet): Summary | null {
  const groups = raw['groupBy'] ? namesIn('group', raw['groupBy'], MAX_GROUPS) : [];
  const aggregate = raw['aggregate'] ? aggregateIn(raw['aggregate']) : {};
  if (groups.length === 0 && Object.keys(aggregate).length === 0) return null;
  const asked = Object.entries(aggregate).flatMap(([operation, names]) => askedOf(operation, names, set));
  if (asked.length > MAX_MEASURES)
    throw invalidQuery(`"aggregate" asks for more than ${MAX_MEASURES} values`);
  const grouped = groups.map((name) => ({ name, key: keyOf(name), field: fieldNamed(name, set) }));
  return { groups: grouped, asked, order: orderOf(raw['sort'], grouped, asked) };
}

function aggregateIn(raw: unknown): Readonly<Record<string, unknown>> {
  const aggregate = typeof raw === 'string' ? parsedJson(raw) : raw;
  if (!isRecord(aggregate)) throw invalidQuery('"aggregate" must be of type object');
  return aggregate;
}

/** What Directus does not know it does not answer. */
function askedOf(operation: string, raw: unknown, set: FieldSet): Asked[] {
  if (operation === 'countAll') return [{ operation, field: null, measure: { of: 'rows' } }];
  const measure = Object.hasOwn(OPERATIONS, operation) ? OPERATIONS[operation] : undefined;
  if (!measure) return [];
  return namesIn('aggregate', raw, MAX_MEASURES).map((name): Asked => {
    if (operation === 'count' && name === '*') return { operation, field: null, measure: { of: 'rows' } };
    return { operation, field: name, measure: measure(fieldNamed(name, set), operation) };
  });
}

/** By a group or a number that is there, `count` or `count.id`; by the first group unless asked. */
function orderOf(raw: unknown, groups: Summary['groups'], asked: readonly Asked[]): Summary['order'] {
  if (groups.length === 0) return [];
  const keys = sortKeys(raw);
  if (keys.length === 0) return [{ place: 0, descending: false }];
  return keys.map(({ name, descending }) => {
    const group = groups.findIndex((one) => one.name === name || one.key === name);
    const number = asked.findIndex(({ operation, field }) =>
      [operation, `${operation}.${field ?? '*'}`].includes(name),
    );
    if (group === -1 && number === -1) throw invalidQuery(`"${name}" is neither grouped by nor aggregated`);
    return { place: group === -1 ? groups.length + number : group, descending };
  });
}

function notOf(operation: string, type: string): Error {
  return invalidQuery(`"${operation}" cannot be applied to fields of type "${type}"`);
}
