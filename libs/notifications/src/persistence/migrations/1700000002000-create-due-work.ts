import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SWEEPER_ROLE, TENANT_ROLE } from '../tenant-table.js';

const WAITING = [
  { kind: 'events', table: 'notification_events' },
  { kind: 'mail', table: 'mail_deliveries' },
];

/**
 * `notification_due_work()`: which tenants have work due, and of what kind; `notification_backlog()` looks across them too.
 * It runs as the sweeper role, whose policies admit waiting rows alone.
 */
export class CreateDueWork1700000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const { table } of WAITING) {
      await runner.query(`CREATE POLICY sweeper ON ${table} FOR SELECT TO ${SWEEPER_ROLE} USING (state = 0)`);
      await runner.query(`GRANT SELECT (tenant_id, due_at, state) ON ${table} TO ${SWEEPER_ROLE}`);
    }
    await runner.query(`CREATE FUNCTION notification_due_work() RETURNS TABLE (tenant_id bigint, kind text)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
      AS $$ ${WAITING.map(tenantsWithDueWork).join(' UNION ALL ')} $$`);
    await runner.query('REVOKE ALL ON FUNCTION notification_due_work() FROM PUBLIC');
    await runner.query(`GRANT EXECUTE ON FUNCTION notification_due_work() TO ${TENANT_ROLE}`);
    await this.giveToSweeper(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION notification_due_work()');
    for (const { table } of WAITING) await runner.query(`DROP POLICY sweeper ON ${table}`);
  }

  /** Handing a function over takes membership of the new owner, and CREATE on the schema for that moment. */
  private async giveToSweeper(runner: QueryRunner): Promise<void> {
    await runner.query(`GRANT ${SWEEPER_ROLE} TO CURRENT_USER`);
    await runner.query(`GRANT CREATE ON SCHEMA public TO ${SWEEPER_ROLE}`);
    await runner.query(`ALTER FUNCTION notification_due_work() OWNER TO ${SWEEPER_ROLE}`);
    await runner.query(`REVOKE CREATE ON SCHEMA public FROM ${SWEEPER_ROLE}`);
  }
}

/** A skip scan: one index probe per tenant that waits, however many rows it has waiting. */
function tenantsWithDueWork({ kind, table }: { kind: string; table: string }): string {
  return `(
    WITH RECURSIVE waiting AS (
      (SELECT w.tenant_id FROM ${table} w WHERE w.state = 0 ORDER BY w.tenant_id LIMIT 1)
      UNION ALL
      SELECT (SELECT w.tenant_id FROM ${table} w
              WHERE w.state = 0 AND w.tenant_id > waiting.tenant_id ORDER BY w.tenant_id LIMIT 1)
      FROM waiting WHERE waiting.tenant_id IS NOT NULL
    )
    SELECT waiting.tenant_id, '${kind}'::text FROM waiting
    WHERE EXISTS (SELECT FROM ${table} w
                  WHERE w.tenant_id = waiting.tenant_id AND w.state = 0 AND w.due_at <= now()))`;
}
