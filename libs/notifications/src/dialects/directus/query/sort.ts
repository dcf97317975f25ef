import type { RowOrder } from '../../../inbox/query/row-query.js';
import type { FieldSet } from '../items/item-fields.js';
import { fieldAt } from './field-names.js';
import { namesIn } from './lists.js';

const MAX_SORTS = 10;

/** `-timestamp,sender.first_name`: a minus is descending. */
export function parseSort(raw: unknown, set: FieldSet): RowOrder[] {
  return sortKeys(raw).map(({ name, descending }) => ({ by: fieldAt(name, set).operand, descending }));
}

export function sortKeys(raw: unknown): { name: string; descending: boolean }[] {
  if (!raw) return [];
  return namesIn('sort', raw, MAX_SORTS)
    .filter((name) => name !== '')
    .map((name) => ({ name: name.replace(/^-/, ''), descending: name.startsWith('-') }));
}
