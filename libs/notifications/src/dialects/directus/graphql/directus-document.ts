import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import { excessOf, excessOfText, MAX_ERRORS } from '../../graphql-limits.js';
import { invalidDocument } from './graphql-errors.js';
import { withReferences } from './references.js';
import { rulesExceptFor } from './variable-positions.js';

/** As the original. */
const MAX_TOKENS = 5_000;

/** A document that fits the schema and asks for no more than one may, its people written as the schema has them. */
export function readDocument(query: string, schema: GraphQLSchema): DocumentNode {
  const document = parsed(query);
  const referring = withReferences(document, schema);
  const rules = rulesExceptFor(referring.given);
  const errors = validate(schema, referring.document, rules, { maxErrors: MAX_ERRORS });
  if (errors.length > 0) throw invalidDocument(errors);
  return referring.document;
}

function parsed(query: string): DocumentNode {
  try {
    refuse(excessOfText(query, MAX_TOKENS));
    const document = parse(query);
    refuse(excessOf(document));
    return document;
  } catch (error) {
    throw error instanceof GraphQLError ? invalidDocument([error]) : error;
  }
}

function refuse(excess: string | null): void {
  if (excess) throw new GraphQLError(`The document is too complex: it has ${excess}.`);
}
