import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable, SWEEPER_ROLE } from '../tenant-table.js';

const MAIL_AND_EVENTS = [
  { kind: 'events', table: 'notification_events' },
  { kind: 'mail', table: 'mail_deliveries' },
];
const CHANNELS = { kind: 'channels', table: 'channel_deliveries' };

/**
 * What leaves by a channel beside inbox and mail, and by which an event does. How many people an event has reached is
 * counted as it is fanned out. Its `state` may now be 3, vetoed, beside 0 waiting, 1 done and 2 dead.
 */
export class CreateChannelDeliveries1700000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE notification_events ADD COLUMN channels jsonb NOT NULL DEFAULT '[]',
      ADD COLUMN reached bigint NOT NULL DEFAULT 0`);
    await createDeliveries(runner);
    await protectTenantTable(runner, CHANNELS.table);
    await runner.query(
      `CREATE POLICY sweeper ON ${CHANNELS.table} FOR SELECT TO ${SWEEPER_ROLE} USING (state = 0)`,
    );
    await runner.query(`GRANT SELECT (tenant_id, due_at, state) ON ${CHANNELS.table} TO ${SWEEPER_ROLE}`);
    await replaceDueWork(runner, [...MAIL_AND_EVENTS, CHANNELS]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await replaceDueWork(runner, MAIL_AND_EVENTS);
    await runner.query(`DROP TABLE ${CHANNELS.table}`);
    await runner.query('ALTER TABLE notification_events DROP COLUMN channels, DROP COLUMN reached');
  }
}

/** One delivery for one inbox row and channel; its states are those of a mail. */
async function createDeliveries(runner: QueryRunner): Promise<void> {
  await runner.query(`CREATE TABLE channel_deliveries (
    tenant_id bigint NOT NULL,
    notification_id bigint NOT NULL,
    channel text NOT NULL,
    event_id bigint NOT NULL,
    recipient_id bigint NOT NULL,
    thread_id bigint NOT NULL,
    reason text NOT NULL,
    state smallint NOT NULL DEFAULT 0,
    attempts smallint NOT NULL DEFAULT 0,
    due_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    closed_because text,
    last_answer text,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished_at timestamptz,
    PRIMARY KEY (tenant_id, notification_id, channel)
  )`);
  const pair = 'notification_id, channel';
  await runner.query(
    `CREATE INDEX channel_deliveries_due ON channel_deliveries (tenant_id, due_at, ${pair}) WHERE state = 0`,
  );
  await runner.query(
    `CREATE INDEX channel_deliveries_dead ON channel_deliveries (tenant_id, ${pair}) WHERE state = 3`,
  );
}

/** Its owner stays the sweeper role, of which whoever replaces it has to be a member; so do its grants. */
async function replaceDueWork(
  runner: QueryRunner,
  waiting: readonly { kind: string; table: string }[],
): Promise<void> {
  await runner.query(`GRANT ${SWEEPER_ROLE} TO CURRENT_USER`);
  await runner.query(`CREATE OR REPLACE FUNCTION notification_due_work()
    RETURNS TABLE (tenant_id bigint, kind text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
    AS $$ ${waiting.map(tenantsWithDueWork).join(' UNION ALL ')} $$`);
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
