import { isNestedWithin } from '../../../domain/nesting.js';
import { invalidPayload } from '../errors/directus-error.js';
import { isRecord, parsedJson } from '../query/json.js';
import { notExecutable } from './graphql-errors.js';

/** One request of GraphQL over HTTP. */
export interface GraphqlRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
}

/** How deep the values of variables may lie in one another. */
const MAX_LEVELS = 50;

/** Reads a body, or the query of a URL, in which the variables are the text of JSON. What else it holds is passed over. */
export function graphqlRequest(given: unknown): GraphqlRequest {
  if (Array.isArray(given)) throw invalidPayload('One query a request: batches are refused');
  const { query, variables, operationName } = isRecord(given) ? given : {};
  if (typeof query !== 'string' || query === '') throw invalidPayload('Must provide query string');
  return { query, variables: variablesIn(variables), operationName: nameIn(operationName) };
}

function variablesIn(given: unknown): GraphqlRequest['variables'] {
  const values = typeof given === 'string' ? parsedJson(given || '{}') : (given ?? {});
  if (!isRecord(values)) throw notExecutable('Variables are invalid JSON.');
  if (!isNestedWithin(MAX_LEVELS, values)) {
    throw notExecutable(`Variables are nested deeper than ${MAX_LEVELS} levels.`);
  }
  return values;
}

function nameIn(given: unknown): string | null {
  if (given === undefined || given === null || given === '') return null;
  if (typeof given !== 'string') throw notExecutable('The operationName must be a string.');
  return given;
}
