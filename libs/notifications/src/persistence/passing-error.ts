import { QueryRunnerAlreadyReleasedError } from 'typeorm';

/** SQLSTATE classes that speak of the way to the data, not of the data: connection, rollback, resources, shutdown. */
const PASSING_CLASSES = ['08', '25', '40', '53', '55', '57', '58'];
/** Another row that this one needs was there when it was looked up, and has been deleted since. */
const MEANWHILE_GONE = '23503';
/** What Node says of a host or a connection. */
const PASSING_NODE_CODES = [
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'ENOENT'],
  ...['EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
];
/** What `pg` says without a code of a connection that is lost, or not to be had. */
const PASSING_MESSAGES = /connection terminated|connection.*(closed|ended)|not queryable|timeout exceeded/i;

/** SQLSTATE of a statement that was cancelled, as by its time-out. */
export const CANCELLED = '57014';

/** Whether trying the same again may succeed, so that the failure counts against nobody. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  if (PASSING_NODE_CODES.includes(code)) return true;
  if (code === MEANWHILE_GONE) return true;
  if (/^[0-9A-Z]{5}$/.test(code)) return PASSING_CLASSES.includes(code.slice(0, 2));
  /* TypeORM lets go of a connection that was cut off between two statements. */
  return error instanceof QueryRunnerAlreadyReleasedError || PASSING_MESSAGES.test(error.message);
}

/** The SQLSTATE of an error, or what Node calls it; none is `''`. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** SQLSTATE class 42: a relation or a column that is not there or may not be read, and SQL that is none. */
export function isOfSchema(error: unknown): boolean {
  return /^42[0-9A-Z]{3}$/.test(codeOf(error));
}
