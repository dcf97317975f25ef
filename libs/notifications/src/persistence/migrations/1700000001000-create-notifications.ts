import type { MigrationInterface, QueryRunner } from 'typeorm';
import { PREFERENCE_FLAGS } from '../../domain/preference-flags.js';
import { protectTenantTable, TENANT_ROLE } from '../tenant-table.js';

const TABLES = [
  'notification_events',
  'notification_threads',
  'notifications',
  'mail_deliveries',
  'notification_heads',
  'issue_watchers',
  'report_watchers',
  'notification_preferences',
  'unsubscribe_keys',
  'idempotency_keys',
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
    await createMail(runner);
    await createChoices(runner);
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

  /* Bumped in the transaction that changes an inbox, so that a version seen is a state seen; see docs/decisions. */
  await runner.query(`CREATE TABLE notification_heads (
    tenant_id bigint NOT NULL,
    recipient_id bigint NOT NULL,
    version bigint NOT NULL,
    PRIMARY KEY (tenant_id, recipient_id)
  ) WITH (fillfactor = 50)`);
}

/** One delivery for one inbox row. `state` 0 is due at `due_at`, 1 sent, 2 closed unsent, 3 a dead letter. */
async function createMail(runner: QueryRunner): Promise<void> {
  await runner.query(`CREATE TABLE mail_deliveries (
    tenant_id bigint NOT NULL,
    notification_id bigint NOT NULL,
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
    PRIMARY KEY (tenant_id, notification_id)
  )`);
  await runner.query(
    'CREATE INDEX mail_deliveries_due ON mail_deliveries (tenant_id, due_at, notification_id) WHERE state = 0',
  );
  await runner.query(
    'CREATE INDEX mail_deliveries_dead ON mail_deliveries (tenant_id, notification_id) WHERE state = 3',
  );
}

async function createChoices(runner: QueryRunner): Promise<void> {
  for (const [table, watched] of [
    ['issue_watchers', 'issue_id'],
    ['report_watchers', 'project_id'],
  ] as const) {
    const project = watched === 'issue_id' ? 'project_id bigint NOT NULL,' : '';
    await runner.query(`CREATE TABLE ${table} (
      tenant_id bigint NOT NULL,
      ${watched} bigint NOT NULL,
      user_id bigint NOT NULL,
      ${project}
      created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (tenant_id, ${watched}, user_id)
    )`);
    await runner.query(`CREATE INDEX ${table}_of_user ON ${table} (tenant_id, user_id, project_id)`);
  }

  await runner.query(`CREATE TABLE notification_preferences (
    tenant_id bigint NOT NULL,
    user_id bigint NOT NULL,
    ${PREFERENCE_FLAGS.map((flag) => `${flag} boolean NOT NULL DEFAULT true`).join(', ')},
    PRIMARY KEY (tenant_id, user_id)
  )`);

  await runner.query(`CREATE TABLE unsubscribe_keys (
    tenant_id bigint NOT NULL PRIMARY KEY,
    secret bytea NOT NULL
  )`);

  await runner.query(`CREATE TABLE idempotency_keys (
    tenant_id bigint NOT NULL,
    token_id bigint NOT NULL,
    key text NOT NULL,
    request_hash text NOT NULL,
    answer jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (tenant_id, token_id, key)
  )`);
  await runner.query('CREATE INDEX idempotency_keys_of_age ON idempotency_keys (tenant_id, created_at)');
}

async function createSequence(runner: QueryRunner, name: string): Promise<void> {
  await runner.query(`CREATE SEQUENCE ${name}`);
  await runner.query(`GRANT USAGE ON SEQUENCE ${name} TO ${TENANT_ROLE}`);
}
