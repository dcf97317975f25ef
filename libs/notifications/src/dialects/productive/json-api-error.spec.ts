import { HttpException } from '@nestjs/common';
import { InvalidInputError, NotFoundError, TooSlowError } from '../../domain/errors.js';
import { failureOf } from '../../http/failure.js';
import { InvalidDocumentError, jsonApiError } from './json-api-error.js';

const errorsOf = (cause: unknown) => {
  const { status, body } = jsonApiError(failureOf(cause));
  return { status, ...(body as { errors: object[] }) };
};

test.each([
  [new NotFoundError(), '404', 'Not Found', 'Not found.'],
  [new HttpException('Too Many Attempts.', 429), '429', 'Too Many Requests', 'Too Many Attempts.'],
  [
    new TooSlowError(),
    '503',
    'Service Unavailable',
    'The answer took longer than 2 seconds. Please ask for less.',
  ],
  [new Error('secret'), '500', 'Internal Server Error', 'Server Error'],
])('%s', (cause, status, title, detail) => {
  expect(errorsOf(cause)).toEqual({ status: Number(status), errors: [{ status, title, detail }] });
});

test('one error for each thing that is wrong, and where', () => {
  const wrong = new InvalidInputError({ sort: ['No.'], 'page[size]': ['Too small.', 'Not a number.'] });
  const error = (detail: string, source: object) => ({ status: '400', title: 'Bad Request', detail, source });

  expect(errorsOf(wrong)).toEqual({
    status: 400,
    errors: [
      error('No.', { parameter: 'sort' }),
      error('Too small.', { parameter: 'page[size]' }),
      error('Not a number.', { parameter: 'page[size]' }),
    ],
  });
  expect(errorsOf(new InvalidDocumentError({ '/data': ['No.'] })).errors).toEqual([
    error('No.', { pointer: '/data' }),
  ]);
});
