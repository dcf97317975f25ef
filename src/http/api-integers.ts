import type { OpenAPIObject } from '@nestjs/swagger';

interface Operation {
  readonly parameters?: readonly { schema?: { type?: string } }[];
}

/** Nest sees of an id in a path that it is a number; every number of a parameter here is an integer. */
export function withIntegers(api: OpenAPIObject): OpenAPIObject {
  const described = structuredClone(api);
  const operations = Object.values(described.paths).flatMap((item) => Object.values(item) as Operation[]);
  for (const { schema } of operations.flatMap(({ parameters = [] }) => parameters)) {
    if (schema?.type === 'number') schema.type = 'integer';
  }
  return described;
}
