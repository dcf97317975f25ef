import type { MigrationInterface, QueryRunner } from 'typeorm';
import { PREFERENCE_FLAGS } from '../../domain/preference-flags.js';
import { protectTenantTable } from '../tenant-table.js';

const TABLES = [
  'mail_deliveries',
  'issue_watchers',
  'report_watchers',
  'notification_preferences',
  'unsubscribe_keys',
  'idempotency_keys',
];

/** What leaves by mail, what each person chose, and what has been asked before. */
export class CreateDeliveriesAndChoices1700000001500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createMail(runner);
    await createWatchers(runner);
    await createPreferences(runner);
    await createKeys(runner);
    for (const table of TABLES) await protectTenantTable(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse()) await runner.query(`DROP TABLE ${table}`);
  }
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

async function createWatchers(runner: QueryRunner): Promise<void> {
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
}

async function createPreferences(runner: QueryRunner): Promise<void> {
  await runner.query(`CREATE TABLE notification_preferences (
    tenant_id bigint NOT NULL,
    user_id bigint NOT NULL,
    ${PREFERENCE_FLAGS.map((flag) => `${flag} boolean NOT NULL DEFAULT true`).join(', ')},
    PRIMARY KEY (tenant_id, user_id)
  )`);
}

async function createKeys(runner: QueryRunner): Promise<void> {
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
