import { type ArgumentMetadata, Injectable, StandardSchemaValidationPipe } from '@nestjs/common';
import type { z } from 'zod';
import { InvalidInputError } from '../../domain/errors.js';

type Issue = z.core.$ZodIssue;
type Schema = NonNullable<ArgumentMetadata['schema']>;

/** A host's global pipe: what a zod schema refuses is answered as Laravel's validator would say it. */
@Injectable()
export class LaravelValidationPipe extends StandardSchemaValidationPipe {
  protected override async validate<T = unknown>(input: unknown, schema: Schema): Promise<{ value: T }> {
    const { validate } = schema['~standard'];
    const result = await validate(input ?? {});
    if (!result.issues) return { value: result.value as T };

    /* Input that is no object has none of the fields, and the answer names those that it should have. */
    const issues = result.issues as Issue[];
    const isNoObject = issues[0]?.code === 'invalid_type' && issues[0].path.length === 0;
    const missing = isNoObject ? ((await validate({})).issues as Issue[] | undefined) : undefined;
    throw new InvalidInputError(laravelErrors(missing ?? issues, input));
  }
}

/** Sentences by field, `notification_ids.1` for the second of a list. Pure; for schemas of zod. */
export function laravelErrors(issues: readonly Issue[], input: unknown): Record<string, string[]> {
  const errors = new Map<string, string[]>();
  const add = (path: readonly PropertyKey[], sentence: (name: string) => string) => {
    const field = path.map(String).join('.') || 'body';
    errors.set(field, [...(errors.get(field) ?? []), sentence(displayName(field))]);
  };
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) add([...issue.path, key], (name) => `The ${name} field is prohibited.`);
      continue;
    }
    const value = valueAt(input, issue.path);
    /* A rule of ours on what is absent says itself why it should be there. */
    const isRequired = isMissing(value) && (issue.code !== 'custom' || value !== undefined);
    add(issue.path, (name) => (isRequired ? `The ${name} field is required.` : sentenceFor(issue, name)));
  }
  return Object.fromEntries(errors);
}

/** Like Laravel: `notification ids`, but an entry of a list by its raw path. */
function displayName(field: string): string {
  return /\.\d+(\.|$)/.test(field) ? field : field.replaceAll('_', ' ');
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    input,
  );
}

/** Like Laravel: a blank text is no answer. */
function isMissing(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

function sentenceFor(issue: Issue, name: string): string {
  switch (issue.code) {
    case 'invalid_type':
      return `The ${name} field must be ${KINDS[issue.expected] ?? 'valid'}.`;
    case 'too_small':
      return `The ${name} field must ${atLeast(issue)}.`;
    case 'too_big':
      return `The ${name} field must not ${moreThan(issue)}.`;
    case 'invalid_format':
      return `The ${name} field must be a valid ${FORMATS[issue.format] ?? 'format'}.`;
    case 'invalid_value':
      return `The selected ${name} is invalid.`;
    case 'custom':
      return issue.message;
    default:
      return `The ${name} field is invalid.`;
  }
}

/** Every number of these interfaces is an integer. */
const KINDS: Readonly<Record<string, string>> = {
  int: 'an integer',
  number: 'an integer',
  boolean: 'true or false',
  string: 'a string',
  array: 'an array',
  object: 'an object',
  record: 'an object',
};

const FORMATS: Readonly<Record<string, string>> = {
  email: 'email address',
  url: 'URL',
  uuid: 'UUID',
  datetime: 'date',
};

function atLeast({ origin, minimum, inclusive }: z.core.$ZodIssueTooSmall): string {
  if (origin === 'array') return `have at least ${minimum} items`;
  if (origin === 'string') return `be at least ${minimum} characters`;
  return inclusive ? `be at least ${minimum}` : `be greater than ${minimum}`;
}

function moreThan({ origin, maximum }: z.core.$ZodIssueTooBig): string {
  if (origin === 'array') return `have more than ${maximum} items`;
  return origin === 'string' ? `be greater than ${maximum} characters` : `be greater than ${maximum}`;
}
