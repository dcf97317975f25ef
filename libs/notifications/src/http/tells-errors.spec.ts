import { Controller, Get, UseGuards } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { ForbiddenError } from '../domain/errors.js';
import { ErrorFilter } from './error.filter.js';
import { type ErrorShape, ErrorShapes } from './error-shapes.js';
import { TellsErrors } from './tells-errors.decorator.js';

const shape =
  (who: string): ErrorShape =>
  ({ status, message }) => ({ status, body: { who, message } });

@Controller(['things', 'elsewhere'])
@TellsErrors(shape('the dialect'))
@UseGuards({
  canActivate: () => {
    throw new ForbiddenError();
  },
})
class Things {
  @Get()
  list() {
    return [];
  }
}

let app: NestFastifyApplication;

beforeAll(async () => {
  const testing = await Test.createTestingModule({ controllers: [Things] }).compile();
  app = testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
  const shapes = new ErrorShapes();
  shapes.claim(/^\/things(\/|$)/, shape('the path'));
  app.useGlobalFilters(new ErrorFilter(shapes, shape('the host')));
  await app.init();
});
afterAll(() => app.close());

test.each([
  ['/things', 403, 'the dialect'],
  ['/elsewhere?a=1', 403, 'the dialect'],
  ['/things/none', 404, 'the path'],
  ['/%74hings/none/?a=1', 404, 'the path'],
  ['/others', 404, 'the host'],
])('%s: a %i is told by %s', async (url, status, who) => {
  const answer = await app.inject({ url });

  expect([answer.statusCode, answer.json()]).toEqual([status, expect.objectContaining({ who })]);
});
