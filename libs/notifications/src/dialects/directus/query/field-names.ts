import { TIME_PARTS } from '../../../inbox/query/row-query.js';
import { forbiddenFields, invalidQuery } from '../errors/directus-error.js';
import type { Field, FieldSet } from '../items/item-fields.js';

const FUNCTION = /^(\w+)\((.*)\)$/s;

/** A field by its name or as a function of one, such as `year(timestamp)`; what is not there is forbidden. */
export function fieldNamed(name: string, set: FieldSet): Field {
  const call = FUNCTION.exec(name);
  if (call) return functionOf(call[1] ?? '', call[2] ?? '', set);
  const field = set.fields.get(name);
  if (!field) throw forbiddenFields([name], set.collection, set.path);
  return field;
}

/** As `fieldNamed`, through a relation too: `sender.first_name`. */
export function fieldAt(path: string, set: FieldSet): Field {
  const dot = path.indexOf('.');
  const related = dot === -1 ? undefined : set.relations.get(path.slice(0, dot));
  return related ? fieldNamed(path.slice(dot + 1), related) : fieldNamed(path, set);
}

/** What a function's value is called in an answer: `timestamp_year`. */
export function keyOf(name: string): string {
  const call = FUNCTION.exec(name);
  return call ? `${call[2]}_${call[1]}` : name;
}

function functionOf(name: string, argument: string, set: FieldSet): Field {
  const field = set.fields.get(argument);
  if (!field) throw forbiddenFields([argument], set.collection, set.path);
  const part = TIME_PARTS.find((one) => one === name);
  if (!part || field.type !== 'timestamp') throw invalidQuery(`Invalid function specified "${name}"`);
  return { operand: { part }, type: 'integer' };
}
