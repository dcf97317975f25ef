import { marked } from 'marked';
import sanitizeHtml from 'sanitize-html';

/** What Markdown makes, and the tags that people write with it. No picture: it would tell its server who reads. */
const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'ul', 'ol', 'li', 'div', 'span'],
    ...[
      'a',
      'strong',
      'b',
      'em',
      'i',
      'u',
      's',
      'del',
      'ins',
      'mark',
      'small',
      'sub',
      'sup',
      'code',
      'pre',
      'kbd',
    ],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td', 'dl', 'dt', 'dd'],
  ],
  allowedAttributes: { a: ['href', 'title'], ol: ['start'], th: ['align'], td: ['align'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
};

/** Markdown or HTML as HTML that may stand in a page as it is: only what is on a list is left of it. */
export function richHtml(text: string): string {
  return sanitizeHtml(marked.parse(text, { async: false, gfm: true }), ALLOWED).trim();
}
