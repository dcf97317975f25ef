import type { Kendo } from './kendo.ts';

/** The parts of an OpenAPI document that tests look at. */
export interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Schema } } };
}

export interface Schema {
  readonly type?: string;
  readonly nullable?: boolean;
  readonly minItems?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** Every route as the server itself tells it, by a name such as `GET /api/users/{user}`. */
export async function describedRoutes(kendo: Kendo): Promise<ReadonlyMap<string, Operation>> {
  const { body } = await kendo.withToken(null).get<Description>('/docs-json');
  return new Map(
    Object.entries(body.paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(
        ([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const,
      ),
    ),
  );
}

export function bodySchema(operation?: Operation): Schema {
  return operation?.requestBody?.content['application/json'].schema ?? {};
}

export function queryOf({ parameters = [] }: Operation = {}): string[] {
  return parameters.flatMap((parameter) => (parameter.in === 'query' ? [parameter.name] : []));
}
