import { createHash } from 'node:crypto';
import type { HttpReply, HttpRequest } from '../../http/platform.js';

/** The state of one person's inbox, seen through one query. */
export function entityTag(userId: number, state: string, url: string): string {
  const query = createHash('sha256').update(`${userId} ${url}`).digest('base64url').slice(0, 16);
  return `"${state}-${query}"`;
}

/** Whether the client has it already (RFC 9110, `If-None-Match`, weak comparison). */
export function isKnown({ headers }: Pick<HttpRequest, 'headers'>, tag: string): boolean {
  const known = String(headers['if-none-match'] ?? '');
  return known.split(',').some((one) => ['*', tag].includes(one.trim().replace(/^W\//, '')));
}

export function markPrivate(reply: Pick<HttpReply, 'header'>, tag: string): void {
  reply.header('etag', tag);
  reply.header('cache-control', 'private, no-cache');
  reply.header('vary', 'Authorization');
}

/** `Link: <…>; rel="next"` (RFC 8288), relative to the request. */
export function linkNext(
  reply: Pick<HttpReply, 'header'>,
  url: string,
  changes: Record<string, number>,
): void {
  const [path, query] = url.split('?');
  const parameters = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) parameters.set(name, String(value));
  reply.header('link', `<${path}?${parameters.toString()}>; rel="next"`);
}
