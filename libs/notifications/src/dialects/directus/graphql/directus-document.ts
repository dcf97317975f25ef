import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Lexer,
  parse,
  Source,
  TokenKind,
  validate,
  visit,
} from 'graphql';
import { invalidDocument } from './graphql-errors.js';
import { type Referring, withReferences } from './references.js';

/** As the original. */
const MAX_TOKENS = 5_000;
/** How many brackets may be open at once. */
const MAX_NESTING = 50;
/** Of all the document's operations and fragments together, since one may contain another. */
const MAX_LEVELS = 25;
const MAX_ALIASES = 15;
const MAX_ERRORS = 10;

/** A document that fits the schema and asks for no more than one may, its people written as the schema has them. */
export function readDocument(query: string, schema: GraphQLSchema): Referring {
  const document = parsed(query);
  refuseTooComplex(document);
  const referring = withReferences(document, schema);
  const errors = validate(schema, referring.document, undefined, { maxErrors: MAX_ERRORS });
  if (errors.length > 0) throw invalidDocument(errors);
  return referring;
}

function parsed(query: string): DocumentNode {
  try {
    refuseTooLong(query);
    return parse(query);
  } catch (error) {
    throw error instanceof GraphQLError ? invalidDocument([error]) : error;
  }
}

const OPENING: readonly TokenKind[] = [TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L];
const CLOSING: readonly TokenKind[] = [TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R];

/** Before it is parsed: a parser that recurses would not survive thousands of open brackets. */
function refuseTooLong(query: string): void {
  const lexer = new Lexer(new Source(query));
  let nesting = 0;
  for (let tokens = 0; ; tokens += 1) {
    const { kind } = lexer.advance();
    if (kind === TokenKind.EOF) return;
    if (tokens === MAX_TOKENS) throw tooComplex(`more than ${MAX_TOKENS} tokens`);
    if (OPENING.includes(kind)) nesting += 1;
    if (CLOSING.includes(kind)) nesting -= 1;
    if (nesting > MAX_NESTING) throw tooComplex(`more than ${MAX_NESTING} open brackets`);
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
  if (levels > MAX_LEVELS) throw invalidDocument([tooComplex(`more than ${MAX_LEVELS} levels`)]);
  if (aliases > MAX_ALIASES) throw invalidDocument([tooComplex(`more than ${MAX_ALIASES} aliases`)]);
}

function tooComplex(what: string): GraphQLError {
  return new GraphQLError(`The document is too complex: it has ${what}.`);
}
