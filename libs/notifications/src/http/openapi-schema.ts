import type { ApiBodyOptions } from '@nestjs/swagger';
import { z } from 'zod';

type SchemaObject = Extract<ApiBodyOptions, { schema: unknown }>['schema'];

/** A schema of ours in the words of the API's description, for what Nest does not see by itself. */
export function openApiSchema(schema: z.ZodType, io: 'input' | 'output'): SchemaObject {
  return z.toJSONSchema(schema, { target: 'openapi-3.0', io, override: inOpenApi }) as SchemaObject;
}

/** It knows no `propertyNames`, and `nullable` beside a `type` alone: of a union, each part says it. */
function inOpenApi({ jsonSchema: schema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  delete schema.propertyNames;
  if (!schema.nullable || schema.type !== undefined) return;
  delete schema.nullable;
  for (const part of schema.anyOf ?? []) Object.assign(part, { nullable: true });
}
