import { type Condition, EVERYTHING } from '../../../inbox/query/row-query.js';
import { forbiddenFields, invalidQuery } from '../errors/directus-error.js';
import type { Field, FieldSet } from '../items/item-fields.js';
import { fieldNamed } from './field-names.js';
import { isRecord } from './json.js';
import { tested } from './operators.js';
import { coerced, resolved, type Variables } from './variables.js';

const MAX_DEPTH = 10;
const MAX_CONDITIONS = 100;

const LISTS = ['_in', '_nin', '_between', '_nbetween'];
const NOT_OF_ONE = ['_some', '_none'];

/** Reads one filter, in Directus' own language, of bounded depth and size. */
export class FilterParser {
  private conditions = 0;

  constructor(private readonly variables: Variables) {}

  parse(filter: unknown, set: FieldSet, depth = 0): Condition {
    if (!isRecord(filter)) throw invalidFilter();
    this.bound(depth);
    const parts = Object.entries(filter).map(([key, value]) => {
      if (isLogical(key)) return this.group(key, value, (one) => this.parse(one, set, depth + 1));
      return this.field(key, value, set, depth + 1);
    });
    return allOf(parts);
  }

  private field(name: string, value: unknown, set: FieldSet, depth: number): Condition {
    if (name.startsWith('_')) throw invalidFilter();
    const related = set.relations.get(name);
    return this.tests(value, fieldNamed(name, set), depth, (key, nested) => {
      if (related) return this.field(key, nested, related, depth + 1);
      throw forbiddenFields([key], set.collection, name);
    });
  }

  /** What stands under a field: a value that it equals, operators, groups of them, or fields of its relation. */
  private tests(
    value: unknown,
    field: Field,
    depth: number,
    nested: (key: string, value: unknown) => Condition,
  ): Condition {
    this.bound(depth);
    if (Array.isArray(value)) throw invalidFilter();
    if (typeof value !== 'object' || value === null) return this.test('_eq', value, field);
    const parts = Object.entries(value).map(([key, one]) => {
      if (isLogical(key)) {
        return this.group(key, one, (part) => this.tests(part, field, depth + 1, nested));
      }
      if (NOT_OF_ONE.includes(key)) {
        throw invalidQuery(`"${key}" can only be used with top level relational alias field`);
      }
      return key.startsWith('_') ? this.test(key, one, field) : nested(key, one);
    });
    return allOf(parts);
  }

  private group(key: string, value: unknown, parse: (part: unknown) => Condition): Condition {
    if (!Array.isArray(value)) throw invalidFilter();
    const parts = value.map(parse);
    if (key === '_and') return allOf(parts);
    /* An empty filter is no filter: whatever it is an alternative to. */
    return parts.length === 0 || parts.includes(EVERYTHING) ? EVERYTHING : { any: parts };
  }

  private test(name: string, value: unknown, field: Field): Condition {
    this.conditions += 1;
    if (this.conditions > MAX_CONDITIONS) {
      throw invalidQuery(`The query has more than ${MAX_CONDITIONS} conditions`);
    }
    const { variables } = this;
    const final = LISTS.includes(name)
      ? listOf(value).map((one) => coerced(resolved(one, variables)))
      : coerced(resolved(value, variables));
    return { operand: field.operand, ...tested(name, final, field) };
  }

  private bound(depth: number): void {
    if (depth > MAX_DEPTH) throw invalidQuery(`The filter is nested deeper than ${MAX_DEPTH} levels`);
  }
}

function isLogical(key: string): boolean {
  return key === '_and' || key === '_or';
}

export function allOf(parts: readonly Condition[]): Condition {
  const said = parts.filter((part) => part !== EVERYTHING);
  const [first, ...others] = said;
  if (!first) return EVERYTHING;
  return others.length === 0 ? first : { all: said };
}

/** A list, a list that the reader of the URL has made an object of, or text with commas. */
function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (isRecord(value)) return Object.values(value);
  return typeof value === 'string' ? value.split(',') : [value];
}

function invalidFilter(): Error {
  return invalidQuery('Invalid filter object');
}
