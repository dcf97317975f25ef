import { HttpException } from '@nestjs/common';
import type { InvalidInputError } from '../../../domain/errors.js';

/** One entry of Directus' `errors`. */
export interface DirectusErrorEntry {
  readonly message: string;
  readonly extensions: { readonly code: string } & Readonly<Record<string, unknown>>;
}

/** A refusal in Directus' words: its status, and an entry for each field that failed. */
export class DirectusError extends HttpException {
  constructor(
    status: number,
    readonly entries: readonly DirectusErrorEntry[],
  ) {
    super(entries[0]?.message ?? '', status);
  }
}

const entry = (code: string, message: string, extensions: Readonly<Record<string, unknown>> = {}) => ({
  message,
  extensions: { ...extensions, code },
});

export const COLLECTION = 'directus_notifications';
export const USERS = 'directus_users';

/** What is missing, and what is somebody else's: the two cannot be told apart. */
export function forbidden(reason?: string): DirectusError {
  const message = reason ?? "You don't have permission to access this.";
  return new DirectusError(403, [entry('FORBIDDEN', message, reason === undefined ? {} : { reason })]);
}

export function forbiddenCollection(collection = COLLECTION): DirectusError {
  return forbidden(
    `You don't have permission to access collection "${collection}" or it does not exist. Queried in root.`,
  );
}

/** Fields that cannot be read: unknown ones among them. `path` is the relation in which they were asked for. */
export function forbiddenFields(names: readonly string[], collection: string, path = ''): DirectusError {
  const [fields, they] = names.length === 1 ? ['field', 'it does'] : ['fields', 'they do'];
  const list = names.map((name) => `"${name}"`).join(', ');
  const where = path === '' ? 'root' : `"${path}"`;
  return forbidden(
    `You don't have permission to access ${fields} ${list} in collection "${collection}" or ${they} not exist. ` +
      `Queried in ${where}.`,
  );
}

/** Fields that cannot be changed, or rows in which they cannot. */
export function forbiddenUpdate(names: readonly string[]): DirectusError {
  const list = names.map((name) => `"${name}"`).join(', ');
  return forbidden(
    `You don't have permissions to perform "update" for the field(s) ${list} in collection "${COLLECTION}" or it does not exist.`,
  );
}

export function invalidQuery(reason: string): DirectusError {
  return new DirectusError(400, [entry('INVALID_QUERY', `Invalid query. ${reason}.`, { reason })]);
}

export function invalidPayload(reason: string): DirectusError {
  return new DirectusError(400, [entry('INVALID_PAYLOAD', `Invalid payload. ${reason}.`, { reason })]);
}

const EXPECTATIONS = {
  required: 'Value is required.',
  nnull: "Value can't be null.",
  regex: "Value doesn't have the correct format.",
} as const;

/** One field that failed; they are gathered, and thrown together. */
export function failedField(field: string, type: keyof typeof EXPECTATIONS): DirectusErrorEntry {
  const message = `Validation failed for field "${field}". ${EXPECTATIONS[type]}`;
  return entry('FAILED_VALIDATION', message, { field, path: [], type });
}

/** Those that the host refused, in its own sentences. */
export function refusedFields(fields: InvalidInputError['errors']): DirectusErrorEntry[] {
  return Object.entries(fields).map(([field, [sentence = '']]) => {
    const message = `Validation failed for field "${field}". ${sentence}`;
    return entry('FAILED_VALIDATION', message, { field, path: [], type: 'regex' });
  });
}

export function failedChoice(field: string, valid: readonly string[]): DirectusErrorEntry {
  const list = valid.map((value) => `"${value}"`).join(', ');
  const message = `Validation failed for field "${field}". Value has to be one of ${list}.`;
  return entry('FAILED_VALIDATION', message, { field, path: [], type: 'in', valid });
}

export function invalidForeignKey(field: string, value: unknown): DirectusErrorEntry {
  const told = typeof value === 'string' ? value : JSON.stringify(value);
  const message = `Invalid foreign key "${told}" for field "${field}" in collection "${COLLECTION}".`;
  return entry('INVALID_FOREIGN_KEY', message, { collection: COLLECTION, field, value });
}

/** Directus does not say which field of a new row was too long. */
export function tooLong(changed: { field: string; value: string } | null): DirectusErrorEntry {
  const { field, value } = changed ?? { field: null, value: null };
  const what = changed ? `Value "${changed.value}" for field "${changed.field}"` : 'Value';
  const message = `${what} in collection "${COLLECTION}" is too long.`;
  return entry('VALUE_TOO_LONG', message, { collection: COLLECTION, field, value });
}
