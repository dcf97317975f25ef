import {
  type DocumentNode,
  GraphQLError,
  Kind,
  KnownArgumentNamesRule,
  type NameNode,
  parse,
  ProvidedRequiredArgumentsRule,
  specifiedRules,
  validate,
  type ValidationRule,
  ValuesOfCorrectTypeRule,
  VariablesInAllowedPositionRule,
  visit,
} from 'graphql';
import { excessOf, excessOfText, MAX_ERRORS } from '../graphql-limits.js';
import { type MondayCode, MondayError, tellError, type ToldError } from './monday-errors.js';
import { MONDAY_SCHEMA } from './monday-schema.js';

const MAX_TOKENS = 1_000;
const ID: NameNode = { kind: Kind.NAME, value: 'ID' };

export type Refused = { readonly errors: ToldError[] };

/** What speaks of the arguments that are given; all other rules speak of the document as such. */
const OF_ARGUMENTS: readonly ValidationRule[] = [
  KnownArgumentNamesRule,
  ProvidedRequiredArgumentsRule,
  ValuesOfCorrectTypeRule,
  VariablesInAllowedPositionRule,
];
const OF_DOCUMENT = specifiedRules.filter((rule) => !OF_ARGUMENTS.includes(rule));

/** A document that fits the schema and asks for no more than one may, or what is wrong with it. */
export function readDocument(query: string): DocumentNode | Refused {
  try {
    refuse(excessOfText(query, MAX_TOKENS));
    const document = withIds(parse(query));
    refuse(excessOf(document));
    const errors = check(document, OF_DOCUMENT, 'ParseError');
    const wrong = errors.length > 0 ? errors : check(document, OF_ARGUMENTS, 'InvalidArgumentException');
    return wrong.length > 0 ? { errors: wrong } : document;
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [tellError(error, 'ParseError')] };
    throw error;
  }
}

/** Ids are integers in the older document, which declares its variables so. Nothing in the schema is an `Int`. */
function withIds(document: DocumentNode): DocumentNode {
  return visit(document, {
    VariableDefinition: (definition) =>
      visit(definition, {
        NamedType: (type) => (type.name.value === 'Int' ? { ...type, name: ID } : undefined),
      }),
  });
}

function check(document: DocumentNode, rules: readonly ValidationRule[], code: MondayCode): ToldError[] {
  const errors = validate(MONDAY_SCHEMA, document, rules, { maxErrors: MAX_ERRORS });
  return errors.map((error) => tellError(error, code));
}

function refuse(excess: string | null): void {
  if (excess) throw new MondayError('ComplexityException', `The query is too complex: it has ${excess}.`);
}
