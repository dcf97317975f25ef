import { Injectable } from '@nestjs/common';
import type { Work } from '../persistence/unit-of-work.js';

/** Which rows events became. */
@Injectable()
export class RowsOfEvents {
  /** The id of a row by its event's, for events that tell one person each; those that told nobody are left out. */
  async find(work: Work, eventIds: readonly number[]): Promise<ReadonlyMap<number, number>> {
    const rows = await work.rows<{ id: number; event_id: number }>(
      'SELECT id, event_id FROM notifications WHERE tenant_id = $1 AND event_id = ANY($2)',
      [work.scope.tenantId, eventIds],
    );
    return new Map(rows.map((row) => [row.event_id, row.id]));
  }
}
