import { Injectable } from '@nestjs/common';
import { InvalidInputError } from '../domain/errors.js';
import type { Work } from '../persistence/unit-of-work.js';
import { bumpHeads } from './heads.js';
import { lockRows } from './lock-rows.js';
import { DELETE_ROWS } from './rewriting/rewriting.sql.js';

export type InboxChange = 'read' | 'unread' | 'archive' | 'unarchive';

/** How long a delete may be repeated. */
const REMEMBERED = '24 hours';

/** Each touches only the rows that it changes, so that a repetition is nothing. Reading implies seeing. */
const CHANGES: Readonly<Record<InboxChange, { statement: string; unless: string }>> = {
  read: {
    statement: 'UPDATE notifications SET read_at = now(), seen_at = coalesce(seen_at, now())',
    unless: 'AND read_at IS NULL',
  },
  unread: { statement: 'UPDATE notifications SET read_at = NULL', unless: 'AND read_at IS NOT NULL' },
  archive: { statement: 'UPDATE notifications SET archived_at = now()', unless: 'AND archived_at IS NULL' },
  unarchive: {
    statement: 'UPDATE notifications SET archived_at = NULL',
    unless: 'AND archived_at IS NOT NULL',
  },
};

/** Changes to one person's own rows; each bumps the head of their inbox in the same transaction. */
@Injectable()
export class InboxWriter {
  /** All or nothing: an id that is not the person's is refused without telling whether it exists. */
  async change(work: Work, userId: number, ids: readonly number[], change: InboxChange): Promise<void> {
    refuseOthers(ids, await lockRows(work, ids, userId));
    const { statement, unless } = CHANGES[change];
    const changed = await work.change(
      `${statement} WHERE tenant_id = $1 AND recipient_id = $2 AND id = ANY($3) ${unless}`,
      [work.scope.tenantId, userId, ids],
    );
    if (changed > 0) await bumpHeads(work, [userId]);
  }

  /** As the other changes. An id that the person deleted lately is no error: a repetition is nothing. */
  async delete(work: Work, userId: number, ids: readonly number[]): Promise<void> {
    const mine = await lockRows(work, ids, userId);
    refuseOthers(ids, [...mine, ...(await this.deletedLately(work, userId, ids))]);
    if (mine.length === 0) return;
    await work.rows(DELETE_ROWS, [work.scope.tenantId, mine]);
    await bumpHeads(work, [userId]);
  }

  /** The same for all the rows of one target, archived ones too. A thread that is not the person's has none. */
  async changeThread(work: Work, userId: number, threadId: number, change: InboxChange): Promise<void> {
    const { statement, unless } = CHANGES[change];
    await this.changeAll(work, userId, statement, `thread_id = $3 ${unless}`, threadId);
  }

  readAll(work: Work, userId: number): Promise<void> {
    return this.changeAll(work, userId, CHANGES.read.statement, 'read_at IS NULL');
  }

  seeAll(work: Work, userId: number): Promise<void> {
    return this.changeAll(work, userId, 'UPDATE notifications SET seen_at = now()', 'seen_at IS NULL');
  }

  private async deletedLately(work: Work, userId: number, ids: readonly number[]): Promise<number[]> {
    const me = [work.scope.tenantId, userId];
    await work.change(
      `DELETE FROM deleted_notifications
       WHERE tenant_id = $1 AND recipient_id = $2 AND deleted_at < now() - interval '${REMEMBERED}'`,
      me,
    );
    const rows = await work.rows<{ id: number }>(
      'SELECT id FROM deleted_notifications WHERE tenant_id = $1 AND recipient_id = $2 AND id = ANY($3)',
      [...me, ids],
    );
    return rows.map(({ id }) => id);
  }

  /** The inbox and the archive each have an index of their own. Locks in the order of ids, as every change does. */
  private async changeAll(
    work: Work,
    userId: number,
    statement: string,
    condition: string,
    ...more: readonly unknown[]
  ): Promise<void> {
    const mine = `SELECT id FROM notifications WHERE tenant_id = $1 AND recipient_id = $2 AND ${condition}`;
    const changed = await work.change(
      `WITH found AS (${mine} AND archived_at IS NULL UNION ALL ${mine} AND archived_at IS NOT NULL),
       locked AS MATERIALIZED (
         SELECT id FROM notifications WHERE tenant_id = $1 AND id IN (SELECT id FROM found) ORDER BY id FOR UPDATE)
       ${statement} WHERE tenant_id = $1 AND recipient_id = $2 AND id IN (SELECT id FROM locked) AND ${condition}`,
      [work.scope.tenantId, userId, ...more],
    );
    if (changed > 0) await bumpHeads(work, [userId]);
  }
}

function refuseOthers(ids: readonly number[], rows: readonly number[]): void {
  const mine = new Set(rows);
  const errors: Record<string, string[]> = {};
  for (const [index, id] of ids.entries()) {
    const field = `notification_ids.${index}`;
    if (!mine.has(id)) errors[field] = [`The selected ${field} is invalid.`];
  }
  if (Object.keys(errors).length > 0) throw new InvalidInputError(errors);
}
