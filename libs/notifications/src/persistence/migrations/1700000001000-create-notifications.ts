import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable, TENANT_ROLE } from '../tenant-table.js';

const TABLES = [
  'notification_events',
  'notification_threads',
  'notifications',
  'deleted_notifications',
  'notification_heads',
];

/**
 * The library's tables. `tenant_id` leads every key and index; columns in hot predicates are numbers and text,
 * since only leakproof operators can use an index under a policy. There are no foreign keys to the rows of the
 * fan-out: a check per row would cost as much as the row.
 */
export class CreateNotifications1700000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createEvents(runner);
    await createInbox(runner);
    for (const table of TABLES) await protectTenantTable(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse()) await runner.query(`DROP TABLE ${table}`);
    await runner.query('DROP SEQUENCE notification_event_ids, notification_thread_ids, notification_ids');
  }
}

/** What happened, once; and the outbox: `state` 0 waits for fan-out, 1 is done, 2 is a dead event. */
async function createEvents(runner: QueryRunner): Promise<void> {
  await createSequence(runner, 'notification_event_ids');
  await runner.query(`CREATE TABLE notification_events (
    tenant_id bigint NOT NULL,
    id bigint NOT NULL DEFAULT nextval('notification_event_ids'),
    name text NOT NULL,
    key text,
    actor_id bigint,
    actor_name text,
    app_name text,
    app_icon text,
    subject_type text,
    subject_id text,
    subject_title text,
    subject_key text,
    subject_url text,
    parent_type text,
    parent_id text,
    parent_title text,
    root_type text,
    root_id text,
    project_id bigint,
    messages jsonb NOT NULL,
    body text,
    params jsonb NOT NULL,
    important boolean NOT NULL DEFAULT false,
    mails boolean NOT NULL DEFAULT true,
    gate_type text,
    gate_id bigint,
    named jsonb NOT NULL DEFAULT '[]',
    watched_type text,
    watched_id bigint,
    occurred_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    state smallint NOT NULL DEFAULT 0,
    last_recipient_id bigint NOT NULL DEFAULT 0,
    attempts smallint NOT NULL DEFAULT 0,
    due_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    error text,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, key)
  )`);
  await runner.query(
    'CREATE INDEX notification_events_waiting ON notification_events (tenant_id, due_at, id) WHERE state = 0',
  );
}

async function createInbox(runner: QueryRunner): Promise<void> {
  await createSequence(runner, 'notification_thread_ids');
  await runner.query(`CREATE TABLE notification_threads (
    tenant_id bigint NOT NULL,
    id bigint NOT NULL DEFAULT nextval('notification_thread_ids'),
    recipient_id bigint NOT NULL,
    target_type text NOT NULL,
    target_id text NOT NULL,
    important boolean NOT NULL,
    mention boolean NOT NULL,
    last_event_id bigint NOT NULL,
    last_action_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, recipient_id, target_type, target_id)
  )`);
  await runner.query(
    'CREATE INDEX notification_threads_newest ON notification_threads (tenant_id, recipient_id, last_event_id)',
  );

  await createSequence(runner, 'notification_ids');
  await runner.query(`CREATE TABLE notifications (
    tenant_id bigint NOT NULL,
    id bigint NOT NULL DEFAULT nextval('notification_ids'),
    event_id bigint NOT NULL,
    recipient_id bigint NOT NULL,
    thread_id bigint NOT NULL,
    type smallint NOT NULL,
    reason text NOT NULL,
    project_id bigint,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    seen_at timestamptz,
    read_at timestamptz,
    archived_at timestamptz,
    mail_skipped text,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, event_id, recipient_id)
  )`);
  const mine = 'notifications (tenant_id, recipient_id, id)';
  await runner.query(`CREATE INDEX notifications_inbox ON ${mine} WHERE archived_at IS NULL`);
  await runner.query(`CREATE INDEX notifications_archive ON ${mine} WHERE archived_at IS NOT NULL`);
  await runner.query(
    `CREATE INDEX notifications_unread ON ${mine} WHERE read_at IS NULL AND archived_at IS NULL`,
  );
  await runner.query(
    `CREATE INDEX notifications_unseen ON ${mine} WHERE seen_at IS NULL AND archived_at IS NULL`,
  );
  await runner.query(
    'CREATE INDEX notifications_of_thread ON notifications (tenant_id, thread_id, id) WHERE archived_at IS NULL',
  );

  /* For a while, so that a delete that is repeated answers as it did the first time. */
  await runner.query(`CREATE TABLE deleted_notifications (
    tenant_id bigint NOT NULL,
    recipient_id bigint NOT NULL,
    id bigint NOT NULL,
    deleted_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, recipient_id, id)
  )`);

  /* Bumped in the transaction that changes an inbox, so that a version seen is a state seen; see docs/decisions. */
  await runner.query(`CREATE TABLE notification_heads (
    tenant_id bigint NOT NULL,
    recipient_id bigint NOT NULL,
    version bigint NOT NULL,
    PRIMARY KEY (tenant_id, recipient_id)
  ) WITH (fillfactor = 50)`);
}

async function createSequence(runner: QueryRunner, name: string): Promise<void> {
  await runner.query(`CREATE SEQUENCE ${name}`);
  await runner.query(`GRANT USAGE ON SEQUENCE ${name} TO ${TENANT_ROLE}`);
}
