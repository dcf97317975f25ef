import type { Value } from '../../../inbox/query/row-query.js';
import { isStorable } from '../../../domain/storable.js';
import { invalidQuery } from '../errors/directus-error.js';
import type { Field } from '../items/item-fields.js';
import { parseTime } from './time.js';

type Scalar = string | number | boolean | Date | null;

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}

/** What a filter may compare with, before its field says of what type it is. */
export function storableValue(value: unknown, operator: string): Scalar {
  if (value === null || value instanceof Date || typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    if (Math.abs(value) <= Number.MAX_SAFE_INTEGER) return value;
    throw invalidQuery(`The filter value for "${operator}" is not a valid number`);
  }
  if (typeof value !== 'string') {
    throw invalidQuery(`The filter value for "${operator}" has to be a string, number, or boolean`);
  }
  if (value === '') {
    throw invalidQuery(
      `You can't filter for an empty string in "${operator}". Use "_empty" or "_nempty" instead`,
    );
  }
  if (isStorable(value)) return value;
  throw invalidQuery(`The filter value for "${operator}" contains characters that cannot be stored`);
}

/** The value in the type of the field that it is compared with. */
export function typedValue(raw: unknown, { type, operand }: Field, operator: string): Value {
  const value = storableValue(raw, operator);
  if (value === null) {
    throw invalidQuery(`The filter value for "${operator}" has to be a string, number, or boolean`);
  }
  switch (type) {
    case 'integer':
      return numberOf(value, 'part' in operand);
    case 'timestamp':
      return parseTime(value) ?? refuse(operator, 'date');
    case 'uuid':
      return isUuid(value) ? value : refuse(operator, 'UUID');
    case 'boolean':
      return typeof value === 'boolean' ? value : refuse(operator, 'boolean');
    default:
      return value instanceof Date ? value.toISOString() : String(value);
  }
}

function numberOf(value: NonNullable<Scalar>, fractions: boolean): number {
  const number = value === '' ? NaN : Number(value);
  if (fractions ? Number.isFinite(number) : Number.isSafeInteger(number)) return number;
  throw invalidQuery('Invalid numeric value');
}

function refuse(operator: string, kind: string): never {
  throw invalidQuery(`The filter value for "${operator}" is not a valid ${kind}`);
}
