import { CANCELLED, codeOf, isOfSchema, isPassing } from '../persistence/passing-error.js';

/**
 * Whether what failed in the fan-out of one event alone counts against it; what does not is tried again without end. The
 * statement is the same for every event: when it no longer fits the schema, a relation of the host's has changed.
 */
export function isToBlame(error: unknown): boolean {
  /* Alone in its transaction, the event takes too long by itself. */
  if (codeOf(error) === CANCELLED) return true;
  return !isPassing(error) && !isOfSchema(error);
}
