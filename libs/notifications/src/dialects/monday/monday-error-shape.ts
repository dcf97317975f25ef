import type { AnsweredRequest, ErrorAnswer } from '../../http/error-shapes.js';
import type { Failure } from '../../http/failure.js';
import type { ToldError } from './monday-errors.js';
import { surround } from './monday-answer.js';

/** Where this dialect answers, whatever the method. */
export const MONDAY_PATH = /^\/v2$/;

const CODES: Readonly<Record<number, string>> = {
  400: 'ParseError',
  401: 'NOT_AUTHENTICATED',
  403: 'UserUnauthorizedException',
  404: 'ResourceNotFoundException',
  429: 'ComplexityException',
};

/** What fails before GraphQL is reached, or beneath it, keeps its HTTP status, as monday's transport errors do. */
export function mondayErrorShape({ status, message }: Failure, request: AnsweredRequest): ErrorAnswer {
  const other = status < 500 ? 'InvalidArgumentException' : 'INTERNAL_SERVER_ERROR';
  const error: ToldError = {
    message: status === 401 ? 'Not authenticated' : message,
    locations: [],
    path: [],
    extensions: { code: CODES[status] ?? other, status_code: status },
  };
  return { status, body: surround({ errors: [error] }, request) };
}
