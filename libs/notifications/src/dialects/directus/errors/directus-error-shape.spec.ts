import { BadRequestException, HttpException } from '@nestjs/common';
import {
  InvalidInputError,
  NotFoundError,
  TooSlowError,
  UnauthenticatedError,
} from '../../../domain/errors.js';
import { failureOf } from '../../../http/failure.js';
import { DirectusError, failedField, forbidden } from './directus-error.js';
import { directusErrorAnswer } from './directus-error-shape.js';

type Body = { errors: { message: string; extensions: { code: string } }[] };

describe('an error of Directus', () => {
  it.each<[string, unknown, number, string[]]>([
    ['one of its own', forbidden(), 403, ['FORBIDDEN']],
    [
      'several fields',
      new DirectusError(400, [failedField('a', 'required'), failedField('b', 'nnull')]),
      400,
      ['FAILED_VALIDATION', 'FAILED_VALIDATION'],
    ],
    [
      "the host's",
      new InvalidInputError({ email: ['The email has already been taken.'] }),
      400,
      ['FAILED_VALIDATION'],
    ],
    ['no token', new UnauthenticatedError(false), 403, ['FORBIDDEN']],
    ['a wrong one', new UnauthenticatedError(true), 401, ['INVALID_CREDENTIALS']],
    ['half of a body', new BadRequestException('Unexpected end.'), 400, ['INVALID_PAYLOAD']],
    ['too large a body', Object.assign(new Error('large'), { statusCode: 413 }), 400, ['INVALID_PAYLOAD']],
    ['too long a path', Object.assign(new Error('long'), { statusCode: 414 }), 414, ['INVALID_PAYLOAD']],
    [
      'another type of body',
      Object.assign(new Error('type'), { statusCode: 415 }),
      415,
      ['UNSUPPORTED_MEDIA_TYPE'],
    ],
    ['no route', new NotFoundError(), 404, ['ROUTE_NOT_FOUND']],
    ['another method', new HttpException('PUT', 405), 404, ['ROUTE_NOT_FOUND']],
    ['too much', new HttpException('Too Many Attempts.', 429), 429, ['REQUESTS_EXCEEDED']],
    ['too slow', new TooSlowError(), 503, ['SERVICE_UNAVAILABLE']],
    ['our fault', new Error('secret'), 500, ['INTERNAL_SERVER_ERROR']],
  ])('tells %s', (_, error, status, codes) => {
    const answer = directusErrorAnswer(failureOf(error), { url: '/notifications/1?access_token=x' });
    const { errors } = answer.body as Body;

    expect([answer.status, errors.map(({ extensions }) => extensions.code)]).toEqual([status, codes]);
    expect(JSON.stringify(answer.body)).not.toMatch(/secret|access_token/);
    for (const { message } of errors) expect(message).toMatch(/^[A-Z].+\.$/);
  });
});
