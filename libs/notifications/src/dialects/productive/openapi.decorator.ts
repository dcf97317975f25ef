import { applyDecorators } from '@nestjs/common';
import { ApiOkResponse, ApiQuery, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import { openApiSchema } from '../../http/openapi-schema.js';
import { JSON_API } from './json-api-document.js';
import { errorDocument } from './productive-output.js';

const REFUSALS: Readonly<Record<number, string>> = {
  400: 'A parameter or a document that is refused; `source` says which',
  401: 'No token, or one that is not right on this host',
  403: 'The role lacks the permission, or the organization is another one',
  404: "Absent, or not the caller's",
  406: 'What the caller accepts is not spoken here',
  415: 'The media type has parameters that are not spoken here',
  429: 'Too many requests; `Retry-After` says when to try again',
  503: 'There is too much to count in time',
};

const content = (document: z.ZodType) => ({
  content: { [JSON_API]: { schema: openApiSchema(document, 'output') } },
});

/** Describes a route's parameters and its document, which the dialect checks and writes itself. */
export const Answers = (query: z.ZodObject, document: z.ZodType) =>
  applyDecorators(
    ...Object.keys(query.shape).map((name) => ApiQuery({ name, required: false, type: String })),
    ApiOkResponse(content(document)),
    ...Object.entries(REFUSALS).map(([status, description]) =>
      ApiResponse({ status: Number(status), description, ...content(errorDocument) }),
    ),
  );
