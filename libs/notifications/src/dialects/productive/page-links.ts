import type { Parameter } from './json-api-query.js';
import { MAX_PAGE } from './query-values.js';

export interface Page {
  readonly number: number;
  readonly size: number;
  /** How many there are on all pages. */
  readonly total: number;
}

/** Of an empty list the last page is page 0, as the seed has it. */
export function linksOf(url: string, parameters: readonly Parameter[], page: Page): Record<string, string> {
  const last = pagesOf(page);
  const query = parameters.filter(([name]) => !name.startsWith('page['));
  const link = (number: number) => {
    const all = [...query, ['page[number]', String(number)], ['page[size]', String(page.size)]] as const;
    return `${url}?${all.map((parameter) => parameter.map(encodeURIComponent).join('=')).join('&')}`;
  };
  return {
    first: link(1),
    last: link(last),
    ...(page.number > 1 && last > 0 && { prev: link(Math.min(page.number - 1, last)) }),
    ...(page.number < last && { next: link(page.number + 1) }),
  };
}

export function metaOf(page: Page): Record<string, number> {
  return {
    current_page: page.number,
    total_pages: pagesOf(page),
    total_count: page.total,
    page_size: page.size,
    max_page_size: MAX_PAGE,
  };
}

function pagesOf({ size, total }: Page): number {
  return Math.ceil(total / size);
}
