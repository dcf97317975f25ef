import type { Work } from '../persistence/unit-of-work.js';

const WAITING = 'FROM notification_events WHERE tenant_id = $1 AND state = 0 AND due_at <= now()';

/** An event whose fan-out is finished. */
export interface FinishedEvent {
  readonly id: number;
  readonly name: string;
  /** How many people have it in their inbox. */
  readonly reached: number;
  /** How many seconds it has waited for that. */
  readonly lag: number;
}

/** How many people a chunk has reached, by the event's id. */
export type Reached = Readonly<Record<string, number>>;

/** Locks up to so many events, those that have waited longest; what another worker has locked is passed over. */
export async function claimWaiting(work: Work, limit: number): Promise<number[]> {
  const rows = await work.rows<{ id: number }>(
    `SELECT id ${WAITING} ORDER BY due_at, id LIMIT $2 FOR UPDATE SKIP LOCKED`,
    [work.scope.tenantId, limit],
  );
  return rows.map(({ id }) => id);
}

export async function claimOne(work: Work, id: number): Promise<number[]> {
  const rows = await work.rows<{ id: number }>(`SELECT id ${WAITING} AND id = $2 FOR UPDATE SKIP LOCKED`, [
    work.scope.tenantId,
    id,
  ]);
  return rows.map((row) => row.id);
}

/** Locks those that no fan-out has finished, or was kept from; one that somebody else is fanning out is waited for. */
export async function stillWaiting(work: Work, ids: readonly number[]): Promise<number[]> {
  const rows = await work.rows<{ id: number }>(
    `SELECT id FROM notification_events WHERE tenant_id = $1 AND state = 0 AND id = ANY($2)
     ORDER BY id FOR UPDATE`,
    [work.scope.tenantId, ids],
  );
  return rows.map(({ id }) => id);
}

/** What has to be known of claimed events before they are fanned out. */
export async function kindsOf(
  work: Work,
  ids: readonly number[],
): Promise<{ names: string[]; channels: boolean }> {
  const rows = await work.rows<{ name: string; channels: boolean }>(
    `SELECT name, bool_or(channels <> '[]') AS channels FROM notification_events
     WHERE tenant_id = $1 AND id = ANY($2) GROUP BY name`,
    [work.scope.tenantId, ids],
  );
  return { names: rows.map(({ name }) => name), channels: rows.some(({ channels }) => channels) };
}

export async function moveCursor(
  work: Work,
  id: number,
  recipientId: number | null,
  reached: Reached,
): Promise<void> {
  await work.change(
    `UPDATE notification_events SET last_recipient_id = $3, reached = reached + $4
     WHERE tenant_id = $1 AND id = $2`,
    [work.scope.tenantId, id, recipientId, reached[id] ?? 0],
  );
}

export async function finish(work: Work, ids: readonly number[], reached: Reached): Promise<FinishedEvent[]> {
  return work.rows<FinishedEvent>(
    `UPDATE notification_events SET state = 1, error = NULL,
       reached = reached + coalesce(($3::jsonb ->> id::text)::bigint, 0)
     WHERE tenant_id = $1 AND id = ANY($2)
     RETURNING id, name, reached, extract(epoch FROM clock_timestamp() - recorded_at)::float8 AS lag`,
    [work.scope.tenantId, ids, JSON.stringify(reached)],
  );
}
