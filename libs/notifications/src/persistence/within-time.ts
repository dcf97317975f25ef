import { TooSlowError } from '../domain/errors.js';
import { CANCELLED, codeOf } from './passing-error.js';
import type { Work } from './unit-of-work.js';

/** To compile a count of thousands of short probes takes longer than to run it. */
const LIMITS: Limits = { timeout: '2000', jit: 'off' };

interface Limits {
  /** Milliseconds, or with a unit; 0 is for ever. */
  readonly timeout: string;
  readonly jit: string;
}

/** Reads what may be costly; a statement that takes longer than 2 s is a `TooSlowError`, and ends the transaction. */
export async function withinTime<Result>(work: Work, read: () => Promise<Result>): Promise<Result> {
  const before = await setLimits(work, LIMITS);
  try {
    const result = await read();
    await setLimits(work, before);
    return result;
  } catch (error) {
    if (codeOf(error) === CANCELLED) throw new TooSlowError();
    throw error;
  }
}

/** Answers what held before. */
async function setLimits(work: Work, { timeout, jit }: Limits): Promise<Limits> {
  const [before] = await work.rows<Limits>(
    `WITH before AS MATERIALIZED (SELECT current_setting('statement_timeout') AS timeout, current_setting('jit') AS jit)
     SELECT before.*, set_config('statement_timeout', $1, true), set_config('jit', $2, true) FROM before`,
    [timeout, jit],
  );
  return before ?? LIMITS;
}
