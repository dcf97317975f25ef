import {
  type DocumentNode,
  GraphQLError,
  KnownArgumentNamesRule,
  Lexer,
  parse,
  ProvidedRequiredArgumentsRule,
  Source,
  specifiedRules,
  TokenKind,
  validate,
  type ValidationRule,
  ValuesOfCorrectTypeRule,
  VariablesInAllowedPositionRule,
  visit,
} from 'graphql';
import { type MondayCode, MondayError, tellError, type ToldError } from './monday-errors.js';
import { MONDAY_SCHEMA } from './monday-schema.js';

const MAX_TOKENS = 1_000;
/** Of all the document's operations and fragments together, since one may contain another. */
const MAX_LEVELS = 25;
const MAX_ALIASES = 15;
const MAX_ERRORS = 10;

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
    refuseTooLong(query);
    const document = parse(query);
    refuseTooComplex(document);
    const errors = check(document, OF_DOCUMENT, 'ParseError');
    const wrong = errors.length > 0 ? errors : check(document, OF_ARGUMENTS, 'InvalidArgumentException');
    return wrong.length > 0 ? { errors: wrong } : document;
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [tellError(error, 'ParseError')] };
    throw error;
  }
}

function check(document: DocumentNode, rules: readonly ValidationRule[], code: MondayCode): ToldError[] {
  const errors = validate(MONDAY_SCHEMA, document, rules, { maxErrors: MAX_ERRORS });
  return errors.map((error) => tellError(error, code));
}

/** Before it is parsed: a parser that recurses would not survive a megabyte of braces. */
function refuseTooLong(query: string): void {
  const lexer = new Lexer(new Source(query));
  for (let tokens = 0; lexer.advance().kind !== TokenKind.EOF; tokens += 1) {
    if (tokens === MAX_TOKENS) refuse(`more than ${MAX_TOKENS} tokens`);
  }
}

function refuseTooComplex(document: DocumentNode): void {
  let [level, levels, aliases] = [0, 0, 0];
  for (const definition of document.definitions) {
    let deepest = 0;
    visit(definition, {
      SelectionSet: {
        enter: () => void (deepest = Math.max(deepest, (level += 1))),
        leave: () => void (level -= 1),
      },
      Field: ({ alias }) => void (aliases += alias ? 1 : 0),
    });
    levels += deepest;
  }
  if (levels > MAX_LEVELS) refuse(`more than ${MAX_LEVELS} levels`);
  if (aliases > MAX_ALIASES) refuse(`more than ${MAX_ALIASES} aliases`);
}

function refuse(what: string): never {
  throw new MondayError('ComplexityException', `The query is too complex: it has ${what}.`);
}
