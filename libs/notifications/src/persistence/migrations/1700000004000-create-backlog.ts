import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createSweeperFunction } from '../sweeper-function.js';
import { SWEEPER_ROLE } from '../tenant-table.js';

interface Line {
  readonly kind: string;
  readonly table: string;
  /** When it was put on record; a due time moves with every try and every lease. */
  readonly since: string;
}

const LINES: readonly Line[] = [
  { kind: 'events', table: 'notification_events', since: 'recorded_at' },
  { kind: 'mail', table: 'mail_deliveries', since: 'created_at' },
  { kind: 'channels', table: 'channel_deliveries', since: 'created_at' },
];

/** A number that is read to see whether there is a backlog, not to settle accounts. */
const MOST = 100_000;

/**
 * `notification_backlog()`: how much waits in all tenants together, counted up to a bound, and since when; for
 * metrics. It says nothing of any one tenant.
 */
export class CreateBacklog1700000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const { table, since } of LINES) {
      await runner.query(`CREATE INDEX ${table}_oldest ON ${table} (tenant_id, ${since}) WHERE state = 0`);
      await runner.query(`GRANT SELECT (${since}) ON ${table} TO ${SWEEPER_ROLE}`);
    }
    await createSweeperFunction(
      runner,
      'notification_backlog',
      `RETURNS TABLE (kind text, waiting integer, oldest timestamptz) LANGUAGE sql STABLE
       AS $$ ${LINES.map(waitingIn).join(' UNION ALL ')} $$`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION notification_backlog()');
    for (const { table, since } of LINES) {
      await runner.query(`REVOKE SELECT (${since}) ON ${table} FROM ${SWEEPER_ROLE}`);
      await runner.query(`DROP INDEX ${table}_oldest`);
    }
  }
}

/**
 * The oldest by a skip scan: one index probe per tenant that waits, however many rows it has waiting. The count keeps
 * to the index by its order: after a storm the planner would believe that half of the table waits, and read it.
 */
function waitingIn({ kind, table, since }: Line): string {
  const inOrder = (where: string, limit: number) =>
    `SELECT w.tenant_id, w.${since} AS since FROM ${table} w WHERE w.state = 0 ${where}
     ORDER BY w.tenant_id, w.${since} LIMIT ${limit}`;
  return `(
    WITH RECURSIVE waiting AS (
      (${inOrder('', 1)})
      UNION ALL
      SELECT next.* FROM waiting CROSS JOIN LATERAL (${inOrder('AND w.tenant_id > waiting.tenant_id', 1)}) AS next
    )
    SELECT '${kind}'::text,
      (SELECT count(*)::integer FROM (${inOrder('', MOST)}) AS bounded),
      (SELECT min(since) FROM waiting))`;
}
