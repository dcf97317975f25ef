import { marked } from 'marked';
import sanitizeHtml from 'sanitize-html';

/** What Markdown makes, and the tags that people write with it. No picture: it would tell its server who reads. */
const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'ul', 'ol', 'li', 'div', 'span'],
    ...['a', 'strong', 'b', 'em', 'i', 'u', 's', 'del', 'ins', 'mark', 'small', 'sub', 'sup', 'code', 'pre'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td', 'dl', 'dt', 'dd'],
  ],
  allowedAttributes: { a: ['href', 'title'], ol: ['start'], th: ['align'], td: ['align'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
};

/** Longer ones are not read as Markdown: there are texts that it takes seconds for. */
const MAX_MARKDOWN = 10_000;

/** Markdown or HTML as HTML that may stand in a page as it is: only what is on a list is left of it. */
export function richHtml(text: string): string {
  return sanitizeHtml(markdown(text) ?? text.replaceAll('\n', '<br>\n'), ALLOWED).trim();
}

/** `null` for what is no sensible Markdown: nested more deeply than a stack is. */
function markdown(text: string): string | null {
  if (text.length > MAX_MARKDOWN) return null;
  try {
    return marked.parse(text, { async: false, gfm: true });
  } catch {
    return null;
  }
}
