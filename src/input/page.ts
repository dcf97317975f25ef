import { queryInteger } from '@kendo/notifications';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { id } from './id.js';

const PAGE = 50;
const MAX_PAGE = 200;

export const pageInput = z.object({
  limit: queryInteger(z.int().min(1).max(MAX_PAGE)).default(PAGE),
  before: queryInteger(id).optional(),
  after: queryInteger(id).optional(),
});
export type Page = z.infer<typeof pageInput>;

/** Newest first by the id in `column`; after `after` alone, the ones nearest to it. */
export async function readPage<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  column: string,
  { limit, before, after }: Page,
): Promise<Row[]> {
  if (before !== undefined) query.andWhere(`${column} < :before`, { before });
  if (after !== undefined) query.andWhere(`${column} > :after`, { after });
  const forward = after !== undefined && before === undefined;
  const rows = await query
    .orderBy(column, forward ? 'ASC' : 'DESC')
    .limit(limit)
    .getMany();
  return forward ? rows.reverse() : rows;
}
