import type { OpenAPIObject } from '@nestjs/swagger';

type Response = NonNullable<NonNullable<OpenAPIObject['components']>['responses']>[string];

const message = { type: 'string' } as const;
const sentences = { type: 'array', items: { type: 'string' } } as const;

/** What any operation with a token may answer instead, in Laravel's shape. */
const ERRORS: Readonly<Record<string, Response>> = {
  401: told('No token, or one that is not right on this host'),
  403: told('The role lacks the permission, or the token the ability'),
  404: told("Absent, another tenant's, or hidden from the caller"),
  422: told('The input is refused, with sentences for each field', {
    errors: { type: 'object', additionalProperties: sentences },
  }),
  429: told('Too many requests; `Retry-After` says when to try again'),
};

/** Describes the errors of the native API's operations; each other dialect describes its own. */
export function withErrors(api: OpenAPIObject): OpenAPIObject {
  const described = structuredClone(api);
  described.components = { ...described.components, responses: ERRORS };
  for (const [path, operations] of Object.entries(described.paths)) {
    if (!/^\/api\/(?!v2\/)/.test(path)) continue;
    for (const { responses } of Object.values(operations) as { responses: Record<string, unknown> }[]) {
      for (const status of Object.keys(ERRORS))
        responses[status] ??= { $ref: `#/components/responses/${status}` };
    }
  }
  return described;
}

function told(description: string, more: Readonly<Record<string, object>> = {}): Response {
  const properties = { message, ...more };
  const schema = { type: 'object', properties, required: Object.keys(properties) };
  return { description, content: { 'application/json': { schema } } };
}
