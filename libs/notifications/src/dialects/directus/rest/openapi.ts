import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiQuery } from '@nestjs/swagger';
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
const answers = (data: z.ZodType) => ApiOkResponse({ schema: openApiSchema(z.object({ data }), 'output') });

export const ListsItems = () =>
  applyDecorators(takes([...SHAPING, ...FINDING, ...COUNTING]), answers(z.array(itemOutput)));
export const AnswersItem = () => applyDecorators(takes(SHAPING), answers(itemOutput));
export const AnswersItems = () =>
  applyDecorators(takes(SHAPING), answers(z.union([itemOutput, z.array(itemOutput)])));
export const AnswersUser = () => applyDecorators(takes(['fields']), answers(userOutput));
export const TakesBody = (of: keyof typeof BODIES) => ApiBody({ schema: openApiSchema(BODIES[of], 'input') });
