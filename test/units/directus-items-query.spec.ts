import fc from 'fast-check';
import { MARK } from '../support/directus/query-parts.ts';
import { rightQuery } from '../support/directus/right-query.ts';
import { wildQuery } from '../support/directus/wild-query.ts';
import { RowSql } from '../../libs/notifications/src/inbox/query/row-sql.js';
import {
  countStatement,
  queryStatement,
  summaryStatement,
} from '../../libs/notifications/src/inbox/query/row-statements.js';
import { DirectusError } from '../../libs/notifications/src/dialects/directus/errors/directus-error.js';
import { valuesOf } from '../../libs/notifications/src/dialects/directus/items/item-presenter.js';
import {
  type ItemsQuery,
  parseQuery,
  type RawQuery,
} from '../../libs/notifications/src/dialects/directus/query/items-query.js';

const NOW = new Date('2026-03-13T14:00:00Z');
const ME = { id: '4f0c2f5e-2d3b-4a51-9c39-1c52d9f3a7b1', first_name: MARK };
/** Of a reader that is held up by nothing but the machine. */
const AT_MOST_MS = 1_000;
const HOST = { people: 'people', readers: 'readers' };
const parse = (raw: RawQuery) => parseQuery(raw, { now: NOW, user: ME });

/** Every statement that a query leads to, for who sees all and who sees their own. */
function statementsOf(query: ItemsQuery): { text: string; parameters: unknown[] }[] {
  const { where, order, limit, offset, summary, selection } = query;
  return [true, false].flatMap((everybody) => {
    const sight = { userId: 1, everybody };
    return [
      (sql: RowSql) => countStatement(where, sight, sql),
      (sql: RowSql) =>
        queryStatement({ where, order, limit, offset, select: valuesOf(selection) }, sight, sql),
      (sql: RowSql) => {
        if (!summary) return '';
        const groupBy = summary.groups.map(({ field }) => field.operand);
        const measures = summary.asked.map(({ measure }) => measure);
        return summaryStatement(
          { where, limit, offset, groupBy, measures, order: summary.order },
          sight,
          sql,
        );
      },
    ].map((write) => {
      const sql = new RowSql(7, sight, HOST);
      return { text: write(sql), parameters: sql.parameters };
    });
  });
}

function readOrRefused(raw: RawQuery): ItemsQuery | DirectusError {
  try {
    return parse(raw);
  } catch (error) {
    if (error instanceof DirectusError) return error;
    throw error;
  }
}

describe('a query of Directus', () => {
  it('is read or refused, and nothing of it becomes SQL', () => {
    let read = 0;
    const found: unknown[] = [];
    fc.assert(
      fc.property(fc.oneof(wildQuery, rightQuery), (raw) => {
        const start = performance.now();
        const query = readOrRefused(raw);
        if (performance.now() - start > AT_MOST_MS) found.push([raw, 'is read slowly']);
        if (query instanceof DirectusError) {
          if (![400, 403].includes(query.getStatus())) found.push([raw, query]);
          return;
        }
        read += 1;
        for (const { text, parameters } of statementsOf(query)) {
          const places = [...text.matchAll(/\$(\d+)/g)].map(([, place]) => Number(place));
          if (text.includes(MARK) || Math.max(...places) > parameters.length) found.push([raw, text]);
        }
      }),
      { numRuns: 4_000, seed: 20_261_120 },
    );
    expect(found).toEqual([]);
    expect(read).toBeGreaterThan(1_000);
  });

  it.each<[string, RawQuery, Partial<ItemsQuery>]>([
    ['by default the first 100', {}, { limit: 100, offset: 0, order: [] }],
    ['all, as far as there is an all', { limit: '-1' }, { limit: 1_000 }],
    ['no more than 1,000', { limit: 5_000 }, { limit: 1_000 }],
    ['none', { limit: '' }, { limit: 0 }],
    ['the third page', { limit: '10', page: '3', offset: '1' }, { limit: 10, offset: 20 }],
    ['page 0, which is page 1', { limit: 10, page: '0' }, { offset: 0 }],
    ['no page of all', { limit: -1, page: 3 }, { offset: 0 }],
    ['descending', { sort: '-timestamp' }, { order: [{ by: { column: 'time' }, descending: true }] }],
    [
      'by a person',
      { sort: ['sender.email'] },
      { order: [{ by: { person: 'sender', column: 'email' }, descending: false }] },
    ],
    [
      'by a number of a field, or of rows',
      { groupBy: 'status', aggregate: { count: ['id', '*'], max: 'id' }, sort: '-count.id,max,-count.*' },
      {
        summary: expect.objectContaining({
          order: [
            { place: 1, descending: true },
            { place: 3, descending: false },
            { place: 2, descending: true },
          ],
        }),
      },
    ],
    ['both counts', { meta: '*' }, { counts: ['total_count', 'filter_count'] }],
  ])('can ask for %s', (_, raw, query) => expect(parse(raw)).toMatchObject(query));

  it.each<[RawQuery, string]>([
    [{ limit: -2 }, '"limit" must be greater than or equal to -1'],
    [{ limit: 1.5 }, '"limit" must be an integer'],
    [{ limit: 'many' }, '"limit" must be a number'],
    [{ offset: { toString: 1 } }, '"offset" must be a number'],
    [{ limit: '1e400' }, '"limit" cannot be infinity'],
    [{ offset: 1e20 }, '"offset" must be a safe number'],
    [{ page: -1 }, '"page" must be greater than or equal to 0'],
    [{ page: 9e15 }, '"page" must be a safe number'],
    [{ meta: 'nope' }, '"meta[0]" must be one of [total_count, filter_count]'],
    [{ filter: '{"id":' }, 'Invalid JSON for filter object'],
    [{ filter: { _or: {} } }, 'Invalid filter object'],
    [{ alias: 'subject' }, '"alias" has to be an object'],
    [{ alias: { 'a.b': 'id' } }, '"alias" key/value can\'t contain a period character `.`'],
    [{ export: 'exe' }, '"export" must be one of [csv, csv_utf8, json, xml, yaml]'],
    [{ fields: 'year(subject)' }, 'Invalid function specified "year"'],
    [{ fields: 'age(timestamp)' }, 'Invalid function specified "age"'],
    [{ aggregate: { sum: 'subject' } }, '"sum" cannot be applied to fields of type "string"'],
    [{ groupBy: 'status', sort: 'id' }, '"id" is neither grouped by nor aggregated'],
    [{ search: 'x'.repeat(256) }, '"search" must be at most 255 characters long'],
  ])('%j is refused', (raw, reason) => {
    expect(() => parse(raw)).toThrow(`Invalid query. ${reason}.`);
  });
});
