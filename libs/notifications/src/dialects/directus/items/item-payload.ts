import { type DirectusErrorEntry, failedField, invalidPayload } from '../errors/directus-error.js';
import { isRecord } from '../query/json.js';
import { LENGTHS, PAYLOAD_FIELDS, Refusal, type STATUSES } from './payload-fields.js';

/** What a body says of a notification; what it leaves out is not there. */
export interface ItemPayload {
  readonly timestamp?: Date;
  readonly status?: (typeof STATUSES)[number];
  /** Uuids in lower case. */
  readonly recipient?: string;
  readonly sender?: string | null;
  readonly subject?: string;
  readonly message?: string | null;
  readonly collection?: string | null;
  readonly item?: string | null;
}

/** A notification to be made. */
export type NewItem = ItemPayload & Required<Pick<ItemPayload, 'recipient' | 'subject'>>;

/** What was read of a body, and an entry for each field of it that failed: with any, it is not whole. */
export interface Reading<Payload = ItemPayload> {
  readonly values: Payload;
  readonly failures: readonly DirectusErrorEntry[];
}

export function changeIn(raw: unknown): Reading {
  const { values, failures } = read(raw, true);
  return { values, failures: [...failures.values()] };
}

/** A message may go without a subject, or with a blank one: its first line stands in the place. */
export function newItemIn(raw: unknown): Reading<NewItem> {
  const { values, failures } = read(raw, false);
  const { recipient } = values;
  const subject = values.subject?.trim() ? values.subject : (firstLine(values.message) ?? values.subject);
  for (const [field, value] of Object.entries({ recipient, subject })) {
    if (value === undefined && !failures.has(field)) failures.set(field, failedField(field, 'required'));
  }
  return { values: { ...values, subject } as NewItem, failures: [...failures.values()] };
}

/** The fields that a body sets; its id is none that can be set. */
export function fieldsIn(raw: unknown): string[] {
  return isRecord(raw) ? Object.keys(raw).filter((name) => name !== 'id') : [];
}

/** Fields that Directus does not have are dropped. */
function read(raw: unknown, isChange: boolean) {
  if (!isRecord(raw)) throw invalidPayload('"value" must be of type object');
  const body = new Map<string, unknown>(Object.entries(raw));
  const values: Record<string, unknown> = {};
  const failures = new Map<string, DirectusErrorEntry>();
  for (const [field, reader] of Object.entries(PAYLOAD_FIELDS)) {
    const given = body.get(field);
    if (given === undefined) continue;
    const value = reader(given, field, isChange);
    if (value instanceof Refusal) failures.set(field, value.entry);
    else values[field] = value;
  }
  return { values: values as ItemPayload, failures };
}

function firstLine(message: string | null | undefined): string | undefined {
  const lines = message?.split(/\r\n|\r|\n/).map((line) => line.trim()) ?? [];
  const line = lines.find((one) => one !== '');
  return line === undefined ? undefined : [...line].slice(0, LENGTHS.subject).join('');
}
