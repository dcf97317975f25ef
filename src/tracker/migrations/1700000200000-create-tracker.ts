import { protectTenantTable, TENANT_ROLE } from '@kendo/notifications';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SEQUENCES = ['tracker_ids', 'lane_ids'];
const TABLES = [
  'projects',
  'lanes',
  'project_members',
  'issues',
  'comments',
  'teams',
  'team_members',
  'reports',
];

const TENANT = 'tenant_id bigint NOT NULL REFERENCES tenants (id)';
const ID = `id bigint NOT NULL DEFAULT nextval('tracker_ids')`;
const CREATED = 'created_at timestamptz NOT NULL DEFAULT now()';

/**
 * The tracker's tables. Every key names its tenant, so that a row can never point into another one. What people
 * did outlives them (`SET NULL` on that one column); their memberships do not.
 */
export class CreateTracker1700000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    /* One sequence for projects, issues, comments, teams and reports: an id means one thing, in every tenant. */
    for (const sequence of SEQUENCES) {
      await runner.query(`CREATE SEQUENCE ${sequence}`);
      await runner.query(`GRANT USAGE ON SEQUENCE ${sequence} TO ${TENANT_ROLE}`);
    }
    await createProjects(runner);
    await createIssues(runner);
    await createReports(runner);
    await createTeams(runner);
    for (const table of TABLES) await protectTenantTable(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse()) await runner.query(`DROP TABLE ${table}`);
    for (const sequence of SEQUENCES) await runner.query(`DROP SEQUENCE ${sequence}`);
  }
}

async function createProjects(runner: QueryRunner): Promise<void> {
  await runner.query(`CREATE TABLE projects (
    ${TENANT},
    ${ID},
    name text NOT NULL,
    prefix text NOT NULL,
    owner_id bigint,
    last_issue_number bigint NOT NULL DEFAULT 0,
    ${CREATED},
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, prefix),
    ${author('owner_id')}
  )`);
  await index(runner, 'projects', 'owner_id');

  await runner.query(`CREATE TABLE lanes (
    tenant_id bigint NOT NULL,
    id bigint NOT NULL DEFAULT nextval('lane_ids'),
    project_id bigint NOT NULL,
    name text NOT NULL,
    position integer NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, project_id, id),
    ${belongsTo('projects', 'project_id')}
  )`);

  await createMemberships(runner, 'project_members', 'projects', 'project_id');
}

async function createIssues(runner: QueryRunner): Promise<void> {
  await runner.query(`CREATE TABLE issues (
    tenant_id bigint NOT NULL,
    ${ID},
    project_id bigint NOT NULL,
    number bigint NOT NULL,
    title text NOT NULL,
    description text,
    creator_id bigint,
    assignee_id bigint,
    lane_id bigint NOT NULL,
    ${CREATED},
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, project_id, number),
    ${belongsTo('projects', 'project_id')},
    FOREIGN KEY (tenant_id, project_id, lane_id) REFERENCES lanes (tenant_id, project_id, id),
    ${author('creator_id')},
    ${author('assignee_id')}
  )`);
  for (const columns of ['project_id, id', 'creator_id', 'assignee_id', 'lane_id']) {
    await index(runner, 'issues', columns);
  }

  await runner.query(`CREATE TABLE comments (
    tenant_id bigint NOT NULL,
    ${ID},
    issue_id bigint NOT NULL,
    author_id bigint,
    body text NOT NULL,
    ${CREATED},
    PRIMARY KEY (tenant_id, id),
    ${belongsTo('issues', 'issue_id')},
    ${author('author_id')}
  )`);
  for (const columns of ['issue_id, id', 'author_id']) await index(runner, 'comments', columns);
}

async function createReports(runner: QueryRunner): Promise<void> {
  await runner.query(`CREATE TABLE reports (
    tenant_id bigint NOT NULL,
    ${ID},
    project_id bigint NOT NULL,
    title text NOT NULL,
    body text,
    author_id bigint,
    ${CREATED},
    PRIMARY KEY (tenant_id, id),
    ${belongsTo('projects', 'project_id')},
    ${author('author_id')}
  )`);
  for (const columns of ['project_id, id', 'author_id']) await index(runner, 'reports', columns);
}

async function createTeams(runner: QueryRunner): Promise<void> {
  await runner.query(`CREATE TABLE teams (
    ${TENANT},
    ${ID},
    name text NOT NULL,
    ${CREATED},
    PRIMARY KEY (tenant_id, id)
  )`);
  await createMemberships(runner, 'team_members', 'teams', 'team_id');
}

async function createMemberships(
  runner: QueryRunner,
  table: string,
  of: string,
  column: string,
): Promise<void> {
  await runner.query(`CREATE TABLE ${table} (
    tenant_id bigint NOT NULL,
    ${column} bigint NOT NULL,
    user_id bigint NOT NULL,
    ${CREATED},
    PRIMARY KEY (tenant_id, ${column}, user_id),
    ${belongsTo(of, column)},
    ${belongsTo('users', 'user_id')}
  )`);
  await index(runner, table, `user_id, ${column}`);
}

function belongsTo(table: string, column: string): string {
  return `FOREIGN KEY (tenant_id, ${column}) REFERENCES ${table} (tenant_id, id) ON DELETE CASCADE`;
}

/** Without its column named, SET NULL would clear `tenant_id` too. */
function author(column: string): string {
  return `FOREIGN KEY (tenant_id, ${column}) REFERENCES users (tenant_id, id) ON DELETE SET NULL (${column})`;
}

/** For lists, and so that deleting a user reads no whole table. */
async function index(runner: QueryRunner, table: string, columns: string): Promise<void> {
  await runner.query(`CREATE INDEX ON ${table} (tenant_id, ${columns})`);
}
