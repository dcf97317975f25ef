import type { OpenAPIObject } from '@nestjs/swagger';

/** One call of an operation and its answer, as they were when a test recorded them. */
export interface ApiExample {
  /** With the query. */
  readonly path: string;
  readonly body?: unknown;
  readonly status: number;
  readonly answer?: unknown;
}

/** By the name of the operation, such as `GET /api/users/{user}`. */
export type ApiExamples = Readonly<Record<string, ApiExample>>;

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const METHODS = ['get', 'post', 'patch', 'put', 'delete', 'search'] as const;

/** The same description, with an example in each operation that has one. */
export function withExamples(api: OpenAPIObject, examples: ApiExamples): OpenAPIObject {
  const described = structuredClone(api);
  for (const [path, operations] of Object.entries(described.paths)) {
    for (const method of METHODS) {
      const operation = (operations as Partial<Record<string, Operation>>)[method];
      const example = examples[`${method.toUpperCase()} ${path}`];
      if (operation && example) show(operation, path, example);
    }
  }
  return described;
}

function show(operation: Operation, path: string, example: ApiExample): void {
  const values = valuesIn(path, example.path);
  for (const parameter of operation.parameters ?? []) {
    if (!('name' in parameter)) continue;
    const value = values.get(parameter.name);
    if (value !== undefined) parameter.example = typed(value, parameter.schema);
  }
  fill(operation.requestBody, example.body);
  if (example.answer === undefined) return;
  /* A 200 in the place of a 201 tells the same. */
  for (const status of example.status < 300 ? [200, 201, 202] : [example.status]) {
    fill(operation.responses[status], example.answer);
  }
}

/** A body or an answer that nothing describes is JSON of any shape; a test finds it. */
function fill(described: object | undefined, example: unknown): void {
  if (!described || '$ref' in described) return;
  const { content = { 'application/json': {} } } = described as { content?: Record<string, object> };
  Object.assign(described, { content });
  for (const media of Object.values(content)) Object.assign(media, { example });
}

/** A path and a query are text, whatever they stand for. */
function typed(text: string, schema: object | undefined): string | number {
  return schema && 'type' in schema && schema.type === 'integer' ? Number(text) : text;
}

/** What stands in the place of each parameter, in the path or in the query. */
function valuesIn(template: string, path: string): Map<string, string> {
  const { pathname, searchParams } = new URL(path, 'http://example');
  const parts = pathname.split('/');
  const values = new Map(searchParams);
  for (const [index, part] of template.split('/').entries()) {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name) values.set(name, parts[index] ?? '');
  }
  return values;
}
