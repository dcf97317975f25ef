import { type Logger, pino } from 'pino';
import { currentRequestId } from './current-request.js';

/** JSON lines on standard output. */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: withoutData },
    mixin: () => {
      const requestId = currentRequestId();
      return requestId === undefined ? {} : { requestId };
    },
  });
}

/** A database error carries the values that it failed on; names and stacks are enough for a log. */
function withoutData(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  return {
    type: error.constructor.name,
    message: error.message,
    code: 'code' in error ? error.code : undefined,
    stack: error.stack,
    cause: error.cause === undefined ? undefined : withoutData(error.cause),
  };
}
