import { TooManyRequestsError, UnauthenticatedError } from '../../../domain/errors.js';
import type { AnsweredRequest, ErrorAnswer } from '../../../http/error-shapes.js';
import type { Failure } from '../../../http/failure.js';
import { pathOf } from '../../../http/path-of.js';
import {
  COLLECTION,
  DirectusError,
  forbidden,
  forbiddenCollection,
  invalidPayload,
  refusedFields,
  USERS,
} from './directus-error.js';

/** Every error under the dialect's paths, whoever threw it. */
export function directusErrorAnswer(failure: Failure, { url }: AnsweredRequest): ErrorAnswer {
  const error = directusErrorOf(failure, url);
  return { status: error.getStatus(), body: { errors: error.entries } };
}

export function directusErrorOf(failure: Failure, url: string): DirectusError {
  const { status, fields, cause } = failure;
  if (cause instanceof DirectusError) return cause;
  if (fields) return new DirectusError(400, refusedFields(fields));
  const spell = SPELLINGS[status] ?? (status < 500 ? unreadable : broken);
  return spell(failure, url);
}

type Spelling = (failure: Failure, url: string) => DirectusError;

/** Directus knows no wrong method: what is not there under this one is not there. */
const notThere: Spelling = (_failure, url) => {
  const path = pathOf(url);
  return told(404, 'ROUTE_NOT_FOUND', `Route ${path} doesn't exist.`, { path });
};

/** Such as a URL that is too long. */
const unreadable: Spelling = ({ status, message }) => {
  const reason = withoutPeriod(message);
  return told(status, 'INVALID_PAYLOAD', `Invalid payload. ${reason}.`, { reason });
};
const broken: Spelling = () => told(500, 'INTERNAL_SERVER_ERROR', 'An unexpected error occurred.');

/** What does not come from the dialect, by its status. */
const SPELLINGS: Readonly<Record<number, Spelling>> = {
  400: unreadable,
  401: ({ cause }, url) =>
    cause instanceof UnauthenticatedError && !cause.presented
      ? forbiddenCollection(/\/users\//.test(pathOf(url)) ? USERS : COLLECTION)
      : told(401, 'INVALID_CREDENTIALS', 'Invalid user credentials.'),
  403: () => forbidden(),
  404: notThere,
  405: notThere,
  413: () => invalidPayload('request entity too large'),
  415: () => told(415, 'UNSUPPORTED_MEDIA_TYPE', 'Unsupported media type.'),
  429: ({ cause }) => told(429, 'REQUESTS_EXCEEDED', 'Too many requests.', limitIn(cause)),
  503: ({ message }) => told(503, 'SERVICE_UNAVAILABLE', message, { reason: message }),
};

function told(status: number, code: string, message: string, extensions = {}): DirectusError {
  return new DirectusError(status, [{ message, extensions: { ...extensions, code } }]);
}

function limitIn(cause: unknown): object {
  return cause instanceof TooManyRequestsError
    ? { limit: cause.limit, reset: cause.reset.toISOString() }
    : {};
}

function withoutPeriod(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
