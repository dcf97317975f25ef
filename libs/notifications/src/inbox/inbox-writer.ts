import { Injectable } from '@nestjs/common';
import { InvalidInputError } from '../domain/errors.js';
import type { Work } from '../persistence/unit-of-work.js';

export type InboxChange = 'read' | 'unread' | 'archive' | 'unarchive' | 'delete';

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
  delete: { statement: 'DELETE FROM notifications', unless: '' },
};

/** Changes to one person's own rows; each bumps the head of their inbox in the same transaction. */
@Injectable()
export class InboxWriter {
  /** All or nothing: an id that is not the person's is refused without telling whether it exists. */
  async change(work: Work, userId: number, ids: readonly number[], change: InboxChange): Promise<void> {
    await refuseForeign(work, userId, ids);
    const { statement, unless } = CHANGES[change];
    const changed = await work.change(
      `${statement} WHERE tenant_id = $1 AND recipient_id = $2 AND id = ANY($3) ${unless}`,
      [work.scope.tenantId, userId, ids],
    );
    if (changed > 0) await bumpHead(work, userId);
  }

  readAll(work: Work, userId: number): Promise<void> {
    return this.changeAll(work, userId, CHANGES.read.statement, 'read_at IS NULL');
  }

  seeAll(work: Work, userId: number): Promise<void> {
    return this.changeAll(work, userId, 'UPDATE notifications SET seen_at = now()', 'seen_at IS NULL');
  }

  /** The inbox and the archive each have an index of their own. */
  private async changeAll(work: Work, userId: number, statement: string, condition: string): Promise<void> {
    const mine = `SELECT id FROM notifications WHERE tenant_id = $1 AND recipient_id = $2 AND ${condition}`;
    const changed = await work.change(
      `${statement} WHERE tenant_id = $1 AND recipient_id = $2 AND id IN (
         ${mine} AND archived_at IS NULL UNION ALL ${mine} AND archived_at IS NOT NULL)`,
      [work.scope.tenantId, userId],
    );
    if (changed > 0) await bumpHead(work, userId);
  }
}

/** Locks the rows in the order of their ids, so that two changes of the same rows never deadlock. */
async function refuseForeign(work: Work, userId: number, ids: readonly number[]): Promise<void> {
  const rows = await work.rows<{ id: number }>(
    `SELECT id FROM notifications WHERE tenant_id = $1 AND recipient_id = $2 AND id = ANY($3)
     ORDER BY id FOR UPDATE`,
    [work.scope.tenantId, userId, ids],
  );
  const mine = new Set(rows.map(({ id }) => id));
  const errors: Record<string, string[]> = {};
  for (const [index, id] of ids.entries()) {
    const field = `notification_ids.${index}`;
    if (!mine.has(id)) errors[field] = [`The selected ${field} is invalid.`];
  }
  if (Object.keys(errors).length > 0) throw new InvalidInputError(errors);
}

async function bumpHead(work: Work, userId: number): Promise<void> {
  await work.change(
    `INSERT INTO notification_heads AS h (tenant_id, recipient_id, version) VALUES ($1, $2, 1)
     ON CONFLICT (tenant_id, recipient_id) DO UPDATE SET version = h.version + 1`,
    [work.scope.tenantId, userId],
  );
}
