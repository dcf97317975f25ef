import type { Work } from '../persistence/unit-of-work.js';

/**
 * Locks rows, a person's alone where one is named, and answers which of them are there. In the order of ids, so that two
 * changes of the same rows never deadlock.
 */
export async function lockRows(work: Work, ids: readonly number[], userId?: number): Promise<number[]> {
  const rows = await work.rows<{ id: number }>(
    `SELECT id FROM notifications
     WHERE tenant_id = $1 AND id = ANY($2::bigint[]) AND ($3::bigint IS NULL OR recipient_id = $3)
     ORDER BY id FOR UPDATE`,
    [work.scope.tenantId, ids, userId ?? null],
  );
  return rows.map(({ id }) => id);
}
