import { Validator } from '@seriousme/openapi-schema-validator';
import draft04 from 'ajv-draft-04';
import formats from 'ajv-formats';

type Node = Readonly<Record<string, unknown>>;

/** What the specification of OpenAPI has against a description. */
export async function faultsOf(description: object): Promise<unknown> {
  const { valid, errors } = await new Validator().validate({ ...description });
  return valid ? [] : errors;
}

/** The examples that do not fit the schema beside them, or have none, by where they stand. */
export function misfitsIn(description: object): string[] {
  const ajv = new draft04.default({ allErrors: true, keywords: ['example'] });
  formats.default(ajv);
  return examplesIn(description, '').flatMap(({ at, schema, example }) => {
    if (typeof schema !== 'object' || schema === null) return [`${at}: no schema`];
    const validate = ajv.compile(schema);
    return validate(example) ? [] : [`${at}: ${ajv.errorsText(validate.errors)}`];
  });
}

interface Example {
  readonly at: string;
  readonly schema: unknown;
  readonly example: unknown;
}

function examplesIn(node: unknown, at: string): Example[] {
  if (typeof node !== 'object' || node === null) return [];
  const { schema, example, ...rest } = node as Node;
  const own = example === undefined ? [] : [{ at, schema, example }];
  return [...own, ...Object.entries(rest).flatMap(([key, inner]) => examplesIn(inner, `${at} ${key}`))];
}
