import {
  DirectusError,
  type DirectusErrorEntry,
  failedField,
  invalidPayload,
} from '../errors/directus-error.js';
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

/** Throws an entry for each field that failed. */
export function changeIn(raw: unknown): ItemPayload {
  const { values, failures } = read(raw, true);
  refuse([...failures.values()]);
  return values;
}

/** As `changeIn`. A message may go without a subject, which is its first line then. */
export function newItemIn(raw: unknown): NewItem {
  const { values, failures } = read(raw, false);
  const { recipient, subject = firstLine(values.message) } = values;
  for (const [field, value] of Object.entries({ recipient, subject })) {
    if (value === undefined && !failures.has(field)) failures.set(field, failedField(field, 'required'));
  }
  refuse([...failures.values()]);
  return { ...values, recipient: recipient ?? '', subject: subject ?? '' };
}

/** The fields that a body sets; its id is none that can be set. */
export function fieldsIn(raw: unknown): string[] {
  return isRecord(raw) ? Object.keys(raw).filter((name) => name !== 'id') : [];
}

interface Reading {
  readonly values: ItemPayload;
  readonly failures: Map<string, DirectusErrorEntry>;
}

/** Fields that Directus does not have are dropped. */
function read(raw: unknown, isChange: boolean): Reading {
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
  return { values, failures };
}

function refuse(failures: readonly DirectusErrorEntry[]): void {
  if (failures.length > 0) throw new DirectusError(400, failures);
}

function firstLine(message: string | null | undefined): string | undefined {
  const lines = message?.split(/\r\n|\r|\n/).map((line) => line.trim()) ?? [];
  const line = lines.find((one) => one !== '');
  return line === undefined ? undefined : [...line].slice(0, LENGTHS.subject).join('');
}
