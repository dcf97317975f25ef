import type { Occurrence } from '../domain/occurrence.js';
import { OCCURRENCE_COLUMNS, occurrenceOf, type OccurrenceRow } from './occurrence-rows.js';
import type { Work } from './unit-of-work.js';

/** An event as it was put on record: its class, by name, and what happened. */
export interface EventOnRecord {
  readonly name: string;
  readonly occurrence: Occurrence;
}

/** Each event once, however often it is asked for; those that are gone are left out. */
export async function eventsById(work: Work, ids: readonly number[]): Promise<Map<number, EventOnRecord>> {
  const rows = await work.rows<OccurrenceRow & { id: number; name: string }>(
    `SELECT e.id, e.name, ${OCCURRENCE_COLUMNS} FROM notification_events e WHERE e.tenant_id = $1 AND e.id = ANY($2)`,
    [work.scope.tenantId, [...new Set(ids)]],
  );
  return new Map(rows.map((row) => [row.id, { name: row.name, occurrence: occurrenceOf(row) }]));
}
