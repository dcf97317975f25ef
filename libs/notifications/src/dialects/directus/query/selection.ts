import { type Condition, EVERYTHING } from '../../../inbox/query/row-query.js';
import { forbiddenFields } from '../errors/directus-error.js';
import type { Field, FieldSet, RelatedSet } from '../items/item-fields.js';
import { fieldNamed, keyOf } from './field-names.js';
import { namesIn } from './lists.js';

const MAX_FIELDS = 100;

/** What an answer shows, by the keys under which it shows it. */
export interface Selection {
  readonly fields: ReadonlyMap<string, Field>;
  readonly relations: ReadonlyMap<string, RelatedSelection>;
}

export interface RelatedSelection {
  readonly set: RelatedSet;
  readonly fields: ReadonlyMap<string, Field>;
  /** A person whom it does not fit is shown as null. */
  readonly where: Condition;
}

/** How a relation is to be read, by its key: its own filter and aliases. */
export interface Deep {
  readonly where: Condition;
  readonly alias: ReadonlyMap<string, string>;
}

interface Names {
  readonly alias: ReadonlyMap<string, string>;
  readonly deep: ReadonlyMap<string, Deep>;
}

/** `*`, `id`, `year(timestamp)`, `sender.*`, `*.*`, and aliases. Without any the answer is bare keys. */
export function parseFields(raw: unknown, set: FieldSet, { alias, deep }: Names): Selection {
  const names = raw ? namesIn('fields', raw, MAX_FIELDS) : ['*'];
  const own = new Map<string, string>();
  const nested = new Map<string, string[]>();
  for (const name of names.flatMap((one) => expanded(one, set, alias))) {
    const [key, rest] = split(name);
    if (rest === undefined) own.set(keyOf(key), alias.get(key) ?? key);
    else nested.set(key, [...(nested.get(key) ?? []), rest]);
  }
  for (const key of nested.keys()) own.delete(key);
  refuseUnknown([...own.values(), ...[...nested.keys()].map((key) => alias.get(key) ?? key)], set);
  return {
    fields: new Map([...own].map(([key, name]) => [key, fieldNamed(name, set)])),
    relations: new Map(
      [...nested].flatMap(([key, fields]): [string, RelatedSelection][] => {
        const related = set.relations.get(alias.get(key) ?? key);
        return related ? [[key, relatedSelection(related, fields, deep.get(key))]] : [];
      }),
    ),
  };
}

/** What stands before the first dot and what after it; a function is one name. */
function split(name: string): [key: string, rest?: string] {
  const dot = name.includes('(') ? -1 : name.indexOf('.');
  return dot === -1 ? [name] : [name.slice(0, dot), name.slice(dot + 1)];
}

/** All of them at once, as Directus does. */
function refuseUnknown(names: readonly string[], set: FieldSet): void {
  const unknown = names.filter((name) => !name.includes('(') && !set.fields.has(name));
  if (unknown.length > 0) throw forbiddenFields([...new Set(unknown)], set.collection, set.path);
}

function relatedSelection(
  set: RelatedSet,
  names: readonly string[],
  deep: Deep | undefined,
): RelatedSelection {
  const { where = EVERYTHING, alias = new Map<string, string>() } = deep ?? {};
  const own = parseFields(names, set, { alias, deep: new Map() });
  return { set, fields: own.fields, where };
}

function expanded(name: string, set: FieldSet, alias: ReadonlyMap<string, string>): string[] {
  if (name === '*') return [...set.fields.keys(), ...alias.keys()];
  /* Fields that Directus' own app makes up. */
  if (name.startsWith('$')) return [];
  if (!name.startsWith('*.')) return [name];
  const rest = name.slice(2);
  const keys = [...set.fields.keys(), ...alias.keys()];
  return keys.map((key) => (set.relations.has(alias.get(key) ?? key) ? `${key}.${rest}` : key));
}
