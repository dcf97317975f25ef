import type { z } from 'zod';
import { InvalidInputError } from '../../domain/errors.js';

/** A parameter of a query string, decoded: `filter[type]` and `Task`. */
export type Parameter = readonly [name: string, value: string];

/** In the order of the query. A parameter that cannot be decoded, or comes twice, is refused. */
export function parametersOf(url: string): Parameter[] {
  const [, query = ''] = splitOnce(url, '?');
  const parameters = new Map<string, string>();
  for (const part of query.split('&').filter((one) => one !== '')) {
    const [rawName, rawValue = ''] = splitOnce(part, '=');
    const [name, value] = [decoded(rawName), decoded(rawValue)];
    if (name === undefined || value === undefined) {
      throw new InvalidParameterError(name ?? rawName, 'The parameter is not text in UTF-8.');
    }
    if (parameters.has(name)) throw new InvalidParameterError(name, 'The parameter is given more than once.');
    parameters.set(name, value);
  }
  return [...parameters];
}

/** What the schema makes of the parameters, every one of which it must know. */
export function parseQuery<Schema extends z.ZodType>(
  schema: Schema,
  parameters: readonly Parameter[],
): z.infer<Schema> {
  const result = schema.safeParse(Object.fromEntries(parameters));
  if (result.success) return result.data;
  const errors = new Map<string, Set<string>>();
  for (const issue of result.error.issues) {
    const isUnknown = issue.code === 'unrecognized_keys';
    const sentence = isUnknown ? 'There is no such parameter here.' : issue.message;
    for (const name of isUnknown ? issue.keys : issue.path.slice(0, 1).map(String)) {
      errors.set(name, (errors.get(name) ?? new Set()).add(sentence));
    }
  }
  const sentences = [...errors].map(([name, all]) => [name, [...all]] as const);
  throw new InvalidInputError(Object.fromEntries(sentences));
}

class InvalidParameterError extends InvalidInputError {
  constructor(name: string, sentence: string) {
    super(Object.fromEntries([[name, [sentence]]]));
  }
}

function splitOnce(text: string, separator: string): [before: string, after?: string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
