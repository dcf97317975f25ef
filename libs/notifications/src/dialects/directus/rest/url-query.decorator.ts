import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import qs from 'qs';
import type { HttpRequest } from '../../../http/platform.js';
import { invalidQuery } from '../errors/directus-error.js';
import type { RawQuery } from '../query/items-query.js';

/** More than these are not read; a list with more entries becomes an object, which the parsers take for a list. */
const LIMITS = { depth: 10, arrayLimit: 100, parameterLimit: 1_000 };

/** The URL's query as Directus reads it: `filter[id][_eq]=3`, `fields[]=id`. */
export const UrlQuery = createParamDecorator((_: unknown, context: ExecutionContext): RawQuery => {
  const { url } = context.switchToHttp().getRequest<HttpRequest>();
  return queryOf(url);
});

export function queryOf(url: string): RawQuery {
  const start = url.indexOf('?');
  if (start === -1) return {};
  try {
    return qs.parse(url.slice(start + 1), { ...LIMITS, plainObjects: true });
  } catch {
    throw invalidQuery('The query string cannot be read');
  }
}
