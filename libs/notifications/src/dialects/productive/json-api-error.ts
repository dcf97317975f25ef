import { STATUS_CODES } from 'node:http';
import { InvalidInputError } from '../../domain/errors.js';
import type { ErrorAnswer } from '../../http/error-shapes.js';
import type { Failure } from '../../http/failure.js';
import { JSON_API_ANSWER } from './json-api-document.js';

/** A request's document that was understood and refused. Keys are JSON pointers such as `/data/id`. */
export class InvalidDocumentError extends InvalidInputError {}

/** Every error in the shape of JSON:API: one error object for each thing that is wrong. */
export function jsonApiError(failure: Failure): ErrorAnswer {
  const status = failure.fields ? 400 : failure.status;
  const errorObject = (detail: string, source?: object) => ({
    status: String(status),
    title: STATUS_CODES[status] ?? 'Error',
    detail,
    ...(source && { source }),
  });
  const place = failure.cause instanceof InvalidDocumentError ? 'pointer' : 'parameter';
  const errors = Object.entries(failure.fields ?? {}).flatMap(([name, sentences]) =>
    sentences.map((sentence) => errorObject(sentence, { [place]: name })),
  );
  return {
    status,
    body: { errors: errors.length > 0 ? errors : [errorObject(failure.message)] },
    contentType: JSON_API_ANSWER,
  };
}
