import type { Condition, Operand } from '../../../inbox/query/row-query.js';
import type { RowValues } from '../../../inbox/query/row-reader.js';
import { isRecord } from '../query/json.js';
import type { RelatedSelection, Selection } from '../query/selection.js';
import type { Summary } from '../query/summary.js';

export type Item = Readonly<Record<string, unknown>>;

const ID: Operand = { column: 'id' };

/** Which values of a row a selection is shown from: its own fields, then for each relation who and what of them. */
export function valuesOf({ fields, relations }: Selection): (Operand | Condition)[] {
  return [
    ID,
    ...[...fields.values()].map(({ operand }) => operand),
    ...[...relations.values()].flatMap(({ set, where, fields: theirs }) => [
      { person: set.person, column: 'uuid' } as const,
      where,
      ...[...theirs.values()].map(({ operand }) => operand),
    ]),
  ];
}

/** One notification as Directus shows it; its bare key when nothing of it was selected. */
export function presentItem({ fields, relations }: Selection, values: RowValues): Item | number {
  const rest = values[Symbol.iterator]();
  const next = () => plain(rest.next().value);
  const id = next() as number;
  if (fields.size === 0 && relations.size === 0) return id;
  const own = [...fields.keys()].map((key) => [key, next()] as const);
  const people = [...relations].map(([key, relation]) => [key, presentPerson(relation, next)] as const);
  return Object.fromEntries([...own, ...people]);
}

/** `null` for nobody, for somebody who is not the caller's to see, and for one who does not fit. */
function presentPerson({ fields }: RelatedSelection, next: () => unknown): Item | null {
  const [uuid, fits] = [next(), next()];
  const theirs = [...fields.keys()].map((key) => [key, next()] as const);
  return uuid !== null && fits === true ? Object.fromEntries(theirs) : null;
}

/** One group: its keys, and its numbers by operation and field; those of fields stand before that of rows. */
export function presentSummary({ groups, asked }: Summary, values: RowValues): Item {
  const keys = groups.map(({ key }, index) => [key, plain(values[index])] as const);
  const numbers: Record<string, unknown> = {};
  for (const [index, { operation, field }] of asked.entries()) {
    const shown = plain(values[groups.length + index]);
    const others = numbers[operation];
    if (field === null) numbers[operation] ??= shown;
    else numbers[operation] = { ...(isRecord(others) ? others : {}), [field]: shown };
  }
  return { ...Object.fromEntries(keys), ...numbers };
}

function plain(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value;
}
