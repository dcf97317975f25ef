import { isStorable } from '../../../domain/storable.js';
import { type Condition, EVERYTHING, type RowColumn } from '../../../inbox/query/row-query.js';
import { invalidQuery } from '../errors/directus-error.js';
import { isUuid } from './values.js';

const MAX_SEARCH = 255;
const TEXTS: readonly RowColumn[] = ['status', 'line', 'body', 'collection', 'item'];
const PEOPLE: readonly RowColumn[] = ['recipient', 'sender'];

/** A part of any text, a whole id, or the uuid of one of its people. */
export function parseSearch(raw: unknown): Condition {
  if (typeof raw !== 'string' || raw === '') return EVERYTHING;
  /* Blanks alone are looked for as they are. */
  const text = raw.trim() || raw;
  if (text.length > MAX_SEARCH) throw invalidQuery(`"search" must be at most ${MAX_SEARCH} characters long`);
  if (!isStorable(text)) throw invalidQuery('"search" contains characters that cannot be stored');
  const among = (column: RowColumn, value: string | number): Condition => ({
    operand: { column },
    test: { is: 'among', values: [value] },
  });
  return {
    any: [
      ...TEXTS.map((column): Condition => ({
        operand: { column },
        test: { is: 'containing', text, caseless: true },
      })),
      ...(isWhole(text) ? [among('id', Number(text))] : []),
      ...(isUuid(text) ? PEOPLE.map((column) => among(column, text)) : []),
    ],
  };
}

function isWhole(text: string): boolean {
  return /^-?\d+$/.test(text) && Number.isSafeInteger(Number(text));
}
