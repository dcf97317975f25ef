import { CountTimeoutError } from '../domain/errors.js';
import type { Work } from '../persistence/unit-of-work.js';

const WITHIN_MS = 2_000;
const QUERY_CANCELED = '57014';

/**
 * For reads that end in an exact count: each statement from here to the end of the transaction has two seconds.
 * Whoever has so much that it takes longer is told so, and nobody else waits for it.
 */
export async function countInTime<Result>(work: Work, count: () => Promise<Result>): Promise<Result> {
  /* To compile a count of thousands of short probes takes longer than to run it. */
  await work.rows(
    `SELECT set_config('statement_timeout', '${WITHIN_MS}', true), set_config('jit', 'off', true)`,
  );
  try {
    return await count();
  } catch (error) {
    throw isCanceled(error) ? new CountTimeoutError() : error;
  }
}

function isCanceled(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === QUERY_CANCELED;
}
