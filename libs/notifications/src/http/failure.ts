import { HttpException } from '@nestjs/common';
import {
  ConflictError,
  ForbiddenError,
  InvalidInputError,
  NotFoundError,
  TooManyRequestsError,
  TooSlowError,
  UnauthenticatedError,
} from '../domain/errors.js';
import { isPassing } from '../persistence/passing-error.js';

/** What went wrong with a request, before a dialect spells it. */
export interface Failure {
  readonly status: number;
  /** A sentence for whoever called; never what only a log may have. */
  readonly message: string;
  /** For input that was refused: sentences by path, such as `notification_ids.1`. */
  readonly fields: Readonly<Record<string, readonly string[]>> | null;
  /** What was thrown, for a dialect that tells more apart than statuses do. */
  readonly cause: unknown;
}

export function failureOf(cause: unknown): Failure {
  return { fields: cause instanceof InvalidInputError ? cause.errors : null, ...kindOf(cause), cause };
}

/** What the library's own errors are in HTTP; their messages are for whoever called. */
const STATUSES: readonly (readonly [kind: abstract new (...parts: never[]) => Error, status: number])[] = [
  [InvalidInputError, 422],
  [UnauthenticatedError, 401],
  [NotFoundError, 404],
  [ForbiddenError, 403],
  [ConflictError, 409],
  [TooManyRequestsError, 429],
  [TooSlowError, 503],
];

function kindOf(error: unknown): Pick<Failure, 'status' | 'message'> {
  const own = STATUSES.find(([kind]) => error instanceof kind);
  if (own && error instanceof Error) return { status: own[1], message: error.message };
  if (error instanceof HttpException) return { status: error.getStatus(), message: error.message };
  if (isPassing(error)) return { status: 503, message: 'Service Unavailable' };
  const status = clientErrorStatus(error);
  return status && error instanceof Error
    ? { status, message: error.message }
    : { status: 500, message: 'Server Error' };
}

/** Fastify's own refusals (malformed JSON, too large, a foreign content type) carry a `statusCode`. */
function clientErrorStatus(error: unknown): number | null {
  if (!(error instanceof Error) || !('statusCode' in error)) return null;
  const status = Number(error.statusCode);
  return status >= 400 && status < 500 ? status : null;
}
