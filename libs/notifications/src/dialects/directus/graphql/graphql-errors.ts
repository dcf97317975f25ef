import type { GraphQLError } from 'graphql';
import { failureOf } from '../../../http/failure.js';
import { cutMessage } from '../../graphql-limits.js';
import { DirectusError, type DirectusErrorEntry } from '../errors/directus-error.js';
import { directusErrorOf } from '../errors/directus-error-shape.js';

type Place = Partial<Pick<GraphQLError, 'locations' | 'path'>>;
/** One of Directus' errors, with its place in the document and in the answer. */
export type ToldError = DirectusErrorEntry & Place;

/** A document that cannot be read, or asks for what the caller's schema does not have. */
export function invalidDocument(errors: readonly GraphQLError[]): DirectusError {
  const told = errors.map(({ message, locations }) => ({
    message: cutMessage(message),
    ...(locations && { locations }),
  }));
  return refusal('GRAPHQL_VALIDATION', 'GraphQL validation error.', { errors: told });
}

/** A document that cannot be run as the request says: with its variables, by that name. */
export function notExecutable(message: string): DirectusError {
  return refusal('GRAPHQL_EXECUTION', cutMessage(message));
}

/** A mutation that came in a URL. */
export function notOverGet(): DirectusError {
  const message = 'Invalid method "GET" used. Should be "POST".';
  return new DirectusError(405, [
    { message, extensions: { allowed: ['POST'], current: 'GET', code: 'METHOD_NOT_ALLOWED' } },
  ]);
}

/** What one field failed with: an entry for each of its faults. Throws what is no refusal. */
export function toldErrors(error: GraphQLError, url: string): ToldError[] {
  const { originalError, locations, path } = error;
  const place: Place = { ...(locations && { locations }), ...(path && { path }) };
  return entriesOf(error, originalError, url).map((entry) => ({ ...entry, ...place }));
}

function entriesOf(
  error: GraphQLError,
  original: Error | undefined | null,
  url: string,
): readonly DirectusErrorEntry[] {
  if (!original || original.name === 'GraphQLError') return notExecutable(error.message).entries;
  const failure = failureOf(original);
  if (!(original instanceof DirectusError) && failure.status === 500) throw original;
  return directusErrorOf(failure, url).entries;
}

function refusal(code: string, message: string, extensions = {}): DirectusError {
  return new DirectusError(400, [{ message, extensions: { ...extensions, code } }]);
}
