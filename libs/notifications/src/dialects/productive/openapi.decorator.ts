import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse, ApiQuery } from '@nestjs/swagger';
import type { z } from 'zod';
import { openApiSchema } from '../../http/openapi-schema.js';
import { JSON_API } from './json-api-document.js';

/** Describes a route's parameters and its document, which the dialect checks and writes itself. */
export const Answers = (query: z.ZodObject, document: z.ZodType) =>
  applyDecorators(
    ...Object.keys(query.shape).map((name) => ApiQuery({ name, required: false, type: String })),
    ApiOkResponse({ content: { [JSON_API]: { schema: openApiSchema(document, 'output') } } }),
  );
