import { linksOf, metaOf, type Page } from './page-links.js';

const BASE = 'https://acme.kendo.dev/api/v2/notifications';

/** The pages that are linked to, by their numbers. */
function linked(page: Page): Record<string, number> {
  const links = Object.entries(linksOf(BASE, [], page));
  return Object.fromEntries(
    links.map(([name, url]) => [name, Number(new URL(url).searchParams.get('page[number]'))]),
  );
}

test.each<[total: number, number: number, links: object]>([
  [0, 1, { first: 1, last: 0 }],
  [0, 5, { first: 1, last: 0 }],
  [1, 1, { first: 1, last: 1 }],
  [30, 1, { first: 1, last: 1 }],
  [31, 1, { first: 1, last: 2, next: 2 }],
  [90, 2, { first: 1, last: 3, prev: 1, next: 3 }],
  [90, 3, { first: 1, last: 3, prev: 2 }],
  [90, 4, { first: 1, last: 3, prev: 3 }],
  [90, 9_007_199_254_740_991, { first: 1, last: 3, prev: 3 }],
])('of %d in all, page %d links to %j', (total, number, links) => {
  expect(linked({ number, size: 30, total })).toEqual(links);
});

test('a link has the query of the request, and its page at the end', () => {
  const parameters = [
    ['page[size]', '500'],
    ['filter[type]', 'Task,a b&c'],
    ['page[number]', '2'],
    ['sort', 'last_action_at'],
  ] as const;

  expect(linksOf(BASE, parameters, { number: 1, size: 200, total: 1 })['first']).toBe(
    `${BASE}?filter%5Btype%5D=Task%2Ca%20b%26c&sort=last_action_at&page%5Bnumber%5D=1&page%5Bsize%5D=200`,
  );
  expect(metaOf({ number: 1, size: 200, total: 401 })).toEqual({
    current_page: 1,
    total_pages: 3,
    total_count: 401,
    page_size: 200,
    max_page_size: 200,
  });
});
