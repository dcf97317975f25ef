import { execute, getOperationAST, type GraphQLSchema, OperationTypeNode } from 'graphql';
import { readDocument } from './directus-document.js';
import { notExecutable, type ToldError, toldErrors } from './graphql-errors.js';
import type { GraphqlRequest } from './graphql-request.js';
import { referredValues } from './referred-values.js';
import { resolveField } from './resolve-field.js';

/** What GraphQL answers: without `data` where nothing is left of it, without `errors` where nothing went wrong. */
export interface Result {
  readonly data?: unknown;
  readonly errors?: readonly ToldError[];
}

interface Executed {
  readonly schema: GraphQLSchema;
  readonly root: object;
  /** Where it was asked, for errors that tell. */
  readonly url: string;
  /** A GET changes nothing. */
  readonly refuseMutation?: (() => never) | undefined;
}

/** Throws what is refused before anything is done; what a field refuses stands in the result, in its place. */
export async function runOperation(request: GraphqlRequest, how: Executed): Promise<Result> {
  const { query, variables, operationName } = request;
  const document = readDocument(query, how.schema);
  const kind = getOperationAST(document, operationName)?.operation;
  if (kind === OperationTypeNode.MUTATION) how.refuseMutation?.();
  if (kind === OperationTypeNode.SUBSCRIPTION) throw notExecutable('There are no subscriptions.');
  const { data, errors } = await execute({
    schema: how.schema,
    document,
    rootValue: how.root,
    variableValues: referredValues(variables, document, how.schema),
    operationName,
    fieldResolver: resolveField,
  });
  if (data === undefined) throw notExecutable(errors?.[0]?.message ?? 'Nothing can be executed.');
  const told = errors?.flatMap((error) => toldErrors(error, how.url));
  return { ...(data === null ? {} : { data }), ...(told ? { errors: told } : {}) };
}
