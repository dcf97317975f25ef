import { Injectable } from '@nestjs/common';
import { DELIVERY_TABLES } from '../persistence/delivery-tables.js';
import { holdPeopleAlone } from '../persistence/hold-people.js';
import { deleteOwnEvents } from '../persistence/own-events.sql.js';
import type { Work } from '../persistence/unit-of-work.js';

/** Small tables that keep something of a person's, and the column that says whose it is. */
const KEPT_FOR = {
  deleted_notifications: 'recipient_id',
  issue_watchers: 'user_id',
  report_watchers: 'user_id',
  notification_preferences: 'user_id',
  notification_heads: 'recipient_id',
} as const;

/** What the library keeps of the host's people. The host tells of a change in the unit of work that makes it. */
@Injectable()
export class PeopleService {
  /** Somebody has another name or picture, or is gone: an inbox that shows them is not what it was. */
  async changed(work: Work): Promise<void> {
    await work.change(
      `INSERT INTO people_versions AS p (tenant_id, version) VALUES ($1, 1)
       ON CONFLICT (tenant_id) DO UPDATE SET version = p.version + 1`,
      [work.scope.tenantId],
    );
  }

  /**
   * Removes what was a person's: threads, inbox, deliveries, watches, preferences. What they did stays, done by nobody once
   * the host's row is gone. To be called before the host locks rows of its own, such as that one: it waits for the
   * fan-outs that may have found the person, and locks in their order: threads, then rows, then the head.
   */
  async forget(work: Work, userId: number): Promise<void> {
    await holdPeopleAlone(work);
    const person = [work.scope.tenantId, userId];
    await work.change('DELETE FROM notification_threads WHERE tenant_id = $1 AND recipient_id = $2', person);
    for (const table of DELIVERY_TABLES) {
      await work.change(
        `DELETE FROM ${table} WHERE tenant_id = $1 AND recipient_id = $2 AND state > 0`,
        person,
      );
      await work.change(ofDeletedRows(table), person);
    }
    for (const part of ['archived_at IS NULL', 'archived_at IS NOT NULL']) {
      await work.change(rowsWithDeliveries(part), person);
    }
    for (const [table, owner] of Object.entries(KEPT_FOR)) {
      await work.change(`DELETE FROM ${table} WHERE tenant_id = $1 AND ${owner} = $2`, person);
    }
    await this.changed(work);
  }
}

/** A delivery may still wait when its row has been deleted lately. */
function ofDeletedRows(table: string): string {
  return `DELETE FROM ${table} WHERE tenant_id = $1 AND notification_id IN (
    SELECT id FROM deleted_notifications WHERE tenant_id = $1 AND recipient_id = $2)`;
}

/** The inbox and the archive each have an index of their own; a delivery that waits is found by its row. */
function rowsWithDeliveries(part: string): string {
  const waiting = DELIVERY_TABLES.map(
    (table) => `${table}_gone AS (
      DELETE FROM ${table} WHERE tenant_id = $1 AND notification_id IN (SELECT id FROM rows_gone))`,
  );
  return `WITH rows_gone AS (
      DELETE FROM notifications WHERE tenant_id = $1 AND recipient_id = $2 AND ${part} RETURNING id, event_id
    ), ${waiting.join(', ')}, own AS (${deleteOwnEvents('rows_gone')}) SELECT`;
}
