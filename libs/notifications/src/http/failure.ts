import { HttpException } from '@nestjs/common';
import {
  ConflictError,
  ForbiddenError,
  InvalidInputError,
  NotFoundError,
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

function kindOf(error: unknown): Pick<Failure, 'status' | 'message'> {
  if (error instanceof InvalidInputError) return { status: 422, message: error.message };
  if (error instanceof UnauthenticatedError) return { status: 401, message: error.message };
  if (error instanceof NotFoundError) return { status: 404, message: error.message };
  if (error instanceof ForbiddenError) return { status: 403, message: error.message };
  if (error instanceof ConflictError) return { status: 409, message: error.message };
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
