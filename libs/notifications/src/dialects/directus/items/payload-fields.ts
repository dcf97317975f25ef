import { isStorable } from '../../../domain/storable.js';
import {
  type DirectusErrorEntry,
  failedChoice,
  failedField,
  invalidForeignKey,
  tooLong,
} from '../errors/directus-error.js';
import { isRecord } from '../query/json.js';
import { parseTime } from '../query/time.js';
import { isUuid } from '../query/values.js';

export const STATUSES = ['inbox', 'archived'] as const;

/** The most characters of each text, as Directus' columns have them. */
export const LENGTHS = { subject: 255, message: 65_535, collection: 64, item: 255 } as const;

/** Why a field is not taken. */
export class Refusal {
  constructor(readonly entry: DirectusErrorEntry) {}
}

/** Reads one field of a body: its value, or why it is not taken. A new row is refused in other words than a change. */
type FieldReader = (raw: unknown, field: string, isChange: boolean) => unknown;

export const PAYLOAD_FIELDS: Readonly<Record<string, FieldReader>> = {
  timestamp: (raw, field, isChange) => {
    if (raw === null && !isChange) return null;
    if (raw === null) return new Refusal(failedField(field, 'nnull'));
    return parseTime(raw) ?? new Refusal(failedField(field, 'regex'));
  },
  status: (raw, field) => STATUSES.find((one) => one === raw) ?? new Refusal(failedChoice(field, STATUSES)),
  recipient: person(required(uuid)),
  sender: person(optional(uuid)),
  subject: required(text('subject')),
  message: optional(text('message')),
  collection: optional(text('collection')),
  item: optional(text('item')),
};

function required(read: FieldReader): FieldReader {
  return (raw, field, isChange) =>
    raw === null ? new Refusal(failedField(field, 'nnull')) : read(raw, field, isChange);
}

function optional(read: FieldReader): FieldReader {
  return (raw, field, isChange) => (raw === null ? null : read(raw, field, isChange));
}

/** By themselves, or in the `id` of an object: whatever else is in it is written nowhere. */
function person(read: FieldReader): FieldReader {
  return (raw, field, isChange) => read(isRecord(raw) ? raw['id'] : raw, field, isChange);
}

function uuid(raw: unknown, field: string): string | Refusal {
  if (isUuid(raw)) return raw.toLowerCase();
  return new Refusal(invalidForeignKey(field, typeof raw === 'object' ? null : raw));
}

/** Numbers and objects become text. */
function text(of: keyof typeof LENGTHS): FieldReader {
  return (raw, field, isChange) => {
    const value = typeof raw === 'string' ? raw : asJson(raw);
    if (value === null || !isStorable(value)) return new Refusal(failedField(field, 'regex'));
    if (value.length <= LENGTHS[of] || [...value].length <= LENGTHS[of]) return value;
    return new Refusal(tooLong(isChange ? { field, value } : null));
  };
}

/** `null` for what is nested more deeply than a stack is. */
function asJson(value: unknown): string | null {
  try {
    return JSON.stringify(value);
  } catch {
    return null;
  }
}
