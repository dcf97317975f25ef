/**
 * `@` and a handle behind it, where a word could begin: in `me@bob.example` and `/@bob` it names nobody. The
 * look-aheads keep a handle from being cut short where it does not fit, as in `@bob@acme.example` or `@bobé`.
 */
const MENTION =
  /(?<![\p{L}\p{M}\p{N}_+\-/@])@([A-Za-z0-9]+(?:[._-]+[A-Za-z0-9]+)*)(?!@)(?![._-]*[\p{L}\p{M}\p{N}])/gu;

/** The handles that a text names, in lower case, each once. What ends a sentence is no part of a handle. */
export function mentionedHandles(text: string): string[] {
  const handles = [...text.matchAll(MENTION)].map(([, handle = '']) => handle.toLowerCase());
  return [...new Set(handles)];
}
