import fc from 'fast-check';
import { InvalidInputError } from '../../domain/errors.js';
import { parametersOf } from './json-api-query.js';
import { listQuery, listRequestOf } from './productive-query.js';
import { TimeZone } from './time-zone.js';

const SEED = 20_261_120;
const zone = new TimeZone('Europe/Zagreb');
const parse = (query: string) => {
  const { view, page, toThreads } = listRequestOf(parametersOf(`/api/v2/notifications?${query}`));
  return { view, page, threads: toThreads(zone) };
};

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('[', ']', '%', '&', '=', ',', '+', '\0', "'", '0', '9', '-', 'a') }),
);
/* Nearly right values come through the first checks. */
const anyValue = fc.oneof(
  anyText,
  fc.bigInt().map(String),
  fc.double().map(String),
  fc.date({ noInvalidDate: false }).map((date) => (isNaN(date.getTime()) ? 'Invalid' : date.toISOString())),
  fc.array(fc.nat({ max: 999 })).map((ids) => ids.join()),
  fc.constantFrom('Task', 'true', '2026-03-17', 'actor', 'title', '-last_action_at', '__proto__', ''),
);
const anyName = fc.oneof(
  fc.constantFrom(...Object.keys(listQuery.shape)),
  fc
    .tuple(fc.constantFrom('filter', 'page', 'fields', '__proto__'), anyText)
    .map(([family, name]) => `${family}[${name}]`),
  anyText,
);
/* What no client encodes, and what one does. */
const written = (text: fc.Arbitrary<string>) =>
  fc.oneof(
    text,
    text.map((one) => encodeURIComponent(one.replace(/\p{Surrogate}/gu, '?'))),
  );
const anyQuery = fc
  .array(
    fc.tuple(written(anyName), written(anyValue)).map((parameter) => parameter.join('=')),
    { maxLength: 6 },
  )
  .map((parameters) => parameters.join('&'));

test('any query is taken or refused by the names of its parameters', () => {
  let taken = 0;
  fc.assert(
    fc.property(anyQuery, (query) => {
      try {
        const { page, threads } = parse(query);
        taken += 1;
        expect(page.number).toBeGreaterThanOrEqual(1);
        expect(page.size).toBeLessThanOrEqual(200);
        expect(threads.offset).toBe((page.number - 1) * page.size);
        for (const time of [threads.filter.before, threads.filter.after])
          expect(time?.getTime()).not.toBeNaN();
        for (const id of threads.filter.ids ?? []) expect(Number.isSafeInteger(id)).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(InvalidInputError);
        const sentences = Object.values((error as InvalidInputError).errors).flat();
        expect(sentences.length).toBeGreaterThan(0);
        for (const sentence of sentences) expect(sentence).toMatch(/^(The|There) .+\.$/);
      }
    }),
    { numRuns: 3_000, seed: SEED },
  );
  expect(taken).toBeGreaterThan(100);
});

test('a right query says what it says, however it is written', () => {
  const query =
    'filter%5Bid%5D=7%2C12&filter[type]=Task,ToDo&filter[dismissed]=0&filter[after]=2026-03-16T05:08:24.488+01:00' +
    '&filter[date_after]=2026-03-01&sort=last_action_at&page[number]=3&page[size]=500&include=&fields[people]=';

  expect(parse(query)).toEqual({
    view: { include: [], fields: { people: [] } },
    page: { number: 3, size: 200 },
    threads: {
      filter: {
        ids: [7, 12],
        types: ['Task', 'issue', 'ToDo'],
        dismissed: false,
        after: new Date('2026-03-16T04:08:24.488Z'),
      },
      earliestFirst: true,
      limit: 200,
      offset: 400,
    },
  });
});

test('no query asks for all, thirty to a page', () => {
  expect(parse('')).toEqual({
    view: { include: [], fields: {} },
    page: { number: 1, size: 30 },
    threads: { filter: {}, earliestFirst: false, limit: 30, offset: 0 },
  });
});
