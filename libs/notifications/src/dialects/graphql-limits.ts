import { type DocumentNode, Lexer, Source, TokenKind, visit } from 'graphql';

/** How many brackets may be open at once. */
const MAX_BRACKETS = 50;
/** Of all the document's operations and fragments together, since one may contain another. */
const MAX_LEVELS = 25;
const MAX_ALIASES = 15;
/** How many errors are told of one document. */
export const MAX_ERRORS = 10;
const MAX_MESSAGE = 500;

const OPENING: readonly TokenKind[] = [TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L];
const CLOSING: readonly TokenKind[] = [TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R];

/**
 * What the text has too much of, `more than 50 open brackets`, or `null`. Asked before it is parsed: a parser that
 * recurses would not survive a megabyte of braces. Throws the lexer's error for what is no GraphQL.
 */
export function excessOfText(query: string, maxTokens: number): string | null {
  const lexer = new Lexer(new Source(query));
  let open = 0;
  for (let tokens = 0; ; tokens += 1) {
    const { kind } = lexer.advance();
    if (kind === TokenKind.EOF) return null;
    if (tokens === maxTokens) return `more than ${maxTokens} tokens`;
    if (OPENING.includes(kind)) open += 1;
    if (CLOSING.includes(kind)) open -= 1;
    if (open > MAX_BRACKETS) return `more than ${MAX_BRACKETS} open brackets`;
  }
}

/** What the document has too much of, `more than 25 levels`, or `null`. */
export function excessOf(document: DocumentNode): string | null {
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
  if (levels > MAX_LEVELS) return `more than ${MAX_LEVELS} levels`;
  return aliases > MAX_ALIASES ? `more than ${MAX_ALIASES} aliases` : null;
}

/** An error repeats what it does not understand, which may be a megabyte, and is cut anywhere. */
export function cutMessage(message: string): string {
  return message.slice(0, MAX_MESSAGE).replace(/\p{Surrogate}/gu, '\ufffd');
}
