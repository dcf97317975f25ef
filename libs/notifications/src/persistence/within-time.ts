import { TooSlowError } from '../domain/errors.js';
import type { Work } from './unit-of-work.js';

const LIMIT_MS = 2_000;
/** SQLSTATE of a statement that was cancelled. */
const CANCELLED = '57014';

/** Reads what may be costly; a statement that takes longer than 2 s is a `TooSlowError`, and ends the transaction. */
export async function withinTime<Result>(work: Work, read: () => Promise<Result>): Promise<Result> {
  /* To compile a count of thousands of short probes takes longer than to run it. */
  await work.rows(`SELECT set_config('statement_timeout', $1, true), set_config('jit', 'off', true)`, [
    String(LIMIT_MS),
  ]);
  try {
    return await read();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === CANCELLED) throw new TooSlowError();
    throw error;
  }
}
