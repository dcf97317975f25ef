import { DRAFT_COLUMNS, type EventDraft, toColumns } from './event-draft.js';
import type { Work } from './unit-of-work.js';

export interface Receipt {
  readonly id: number;
  /** The key was seen before: nothing was written, `id` is the first event's. */
  readonly duplicate: boolean;
}

const NAMES = Object.keys(DRAFT_COLUMNS).join(', ');

/**
 * Writes one row per event, whatever the size of its audience, and one statement for all of them. Receipts come in
 * the order of the drafts. An event whose key has been seen, here or in an earlier draft, is not written again.
 * Keys are written in their own order: two calls that share some never wait for one another in a circle.
 */
export async function recordEvents(work: Work, drafts: readonly EventDraft[]): Promise<Receipt[]> {
  const types = Object.entries(DRAFT_COLUMNS).map(([name, type]) => `${name} ${type}`);
  const rows = await work.rows<{ id: number | null; duplicate: boolean }>(
    `WITH drafts AS MATERIALIZED (
       SELECT nextval('notification_event_ids') AS id, d.*
       FROM ROWS FROM (jsonb_to_recordset($2::jsonb) AS (${types.join(', ')})) WITH ORDINALITY
         AS d(${NAMES}, position)
     ), inserted AS (
       INSERT INTO notification_events (tenant_id, id, ${NAMES})
       SELECT $1, id, ${NAMES} FROM drafts ORDER BY key, position
       ON CONFLICT (tenant_id, key) DO NOTHING RETURNING id
     )
     SELECT coalesce(i.id, first.id) AS id, i.id IS NULL AS duplicate
     FROM drafts d LEFT JOIN inserted i ON i.id = d.id
     LEFT JOIN notification_events first ON first.tenant_id = $1 AND first.key = d.key
     ORDER BY d.position`,
    [work.scope.tenantId, JSON.stringify(drafts.map(toColumns))],
  );
  const keyOf = (position: number) => drafts[position]?.occurrence.key ?? '';
  const late = rows.flatMap(({ id }, position) => (id === null ? [keyOf(position)] : []));
  const lateIds = await idsByKey(work, late);
  return rows.map(({ id, duplicate }, position) => {
    const known = id ?? lateIds.get(keyOf(position));
    if (known === undefined) throw new Error('An event was neither recorded nor found by its key.');
    return { id: known, duplicate };
  });
}

/** A key first seen while, or in, the inserting statement itself is visible only to the next one. */
async function idsByKey(work: Work, keys: readonly string[]): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map();
  const found = await work.rows<{ key: string; id: number }>(
    'SELECT key, id FROM notification_events WHERE tenant_id = $1 AND key = ANY($2)',
    [work.scope.tenantId, keys],
  );
  return new Map(found.map(({ key, id }) => [key, id]));
}
