import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { openApiSchema } from '../../../http/openapi-schema.js';

const uuid = z.uuid();
const texts = {
  message: z.string().nullable(),
  collection: z.string().nullable(),
  item: z.string().nullable(),
};

const itemOutput = z
  .object({
    id: z.int(),
    timestamp: z.iso.datetime(),
    status: z.enum(['inbox', 'archived']),
    recipient: uuid,
    sender: uuid.nullable(),
    subject: z.string(),
    ...texts,
  })
  .describe('As a query without `fields` shows it');

const person = z.record(z.string(), z.unknown());
const shownItem = itemOutput
  .extend({ recipient: z.union([uuid, person]), sender: z.union([uuid, person]).nullable() })
  .partial()
  .loose()
  .describe('All of it, or what `fields` and `alias` name');

const itemInput = z
  .object({
    recipient: uuid,
    sender: uuid.nullable(),
    status: itemOutput.shape.status,
    subject: z.string(),
    ...texts,
  })
  .partial();

const userOutput = z.object({
  id: uuid,
  first_name: z.string(),
  last_name: z.string(),
  email: z.string(),
  language: z.string(),
  email_notifications: z.boolean(),
});

const keys = z.array(z.int());
const query = z.record(z.string(), z.unknown()).describe('What could stand in a URL');

const BODIES = {
  create: z.union([itemInput, z.array(itemInput)]),
  change: itemInput,
  changeMany: z.union([
    z.object({ keys, data: itemInput }),
    z.object({ query, data: itemInput }),
    z.array(itemInput.extend({ id: z.int() })),
  ]),
  deleteMany: z.union([keys, z.object({ keys }), z.object({ query })]),
  user: userOutput.omit({ id: true }).partial(),
};

const SHAPING = ['fields', 'alias', 'deep'];
const FINDING = ['filter', 'search', 'sort', 'limit', 'offset', 'page'];
const COUNTING = ['meta', 'aggregate', 'groupBy', 'export'];

const takes = (names: readonly string[]) =>
  applyDecorators(...names.map((name) => ApiQuery({ name, required: false, type: String })));
const answers = (data: z.ZodType, more: z.ZodRawShape = {}) =>
  ApiOkResponse({ schema: openApiSchema(z.object({ data, ...more }), 'output') });

const errors = z.array(
  z.object({ message: z.string(), extensions: z.object({ code: z.string() }).loose() }).loose(),
);

const REFUSALS: Readonly<Record<number, string>> = {
  400: 'A query, a payload or a document that is refused',
  401: 'A token that is not right on this host',
  403: 'No token; or what is not there, or not for this caller',
  429: 'Too many requests; `Retry-After` says when to try again',
};

/** For a controller: what any of its operations may answer instead. */
export const Refuses = () =>
  applyDecorators(
    ...Object.entries(REFUSALS).map(([status, description]) =>
      ApiResponse({
        status: Number(status),
        description,
        schema: openApiSchema(z.object({ errors }), 'output'),
      }),
    ),
  );
export const AnswersGraphql = () =>
  ApiOkResponse({
    schema: openApiSchema(
      z.object({ data: z.record(z.string(), z.unknown()).optional(), errors: errors.optional() }),
      'output',
    ),
  });
export const ListsItems = () =>
  applyDecorators(
    takes([...SHAPING, ...FINDING, ...COUNTING]),
    answers(z.array(shownItem), { meta: z.record(z.string(), z.unknown()).optional() }),
  );
export const AnswersItem = () => applyDecorators(takes(SHAPING), answers(shownItem));
export const AnswersItems = () =>
  applyDecorators(takes(SHAPING), answers(z.union([shownItem, z.array(shownItem)])));
export const AnswersChanged = () => applyDecorators(takes(SHAPING), answers(z.array(shownItem)));
export const AnswersUser = () => applyDecorators(takes(['fields']), answers(userOutput.partial()));
export const TakesBody = (of: keyof typeof BODIES) => ApiBody({ schema: openApiSchema(BODIES[of], 'input') });
