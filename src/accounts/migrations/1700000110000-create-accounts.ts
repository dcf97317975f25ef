import { protectTenantTable, TENANT_ROLE } from '@kendo/notifications';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Roles and the people who have them. Ids come from one sequence each, so that none means two things. */
export class CreateAccounts1700000110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sequence of ['role_ids', 'user_ids']) {
      await runner.query(`CREATE SEQUENCE ${sequence}`);
      await runner.query(`GRANT USAGE ON SEQUENCE ${sequence} TO ${TENANT_ROLE}`);
    }
    await createRoles(runner);
    await createUsers(runner);
    for (const table of ['roles', 'users']) await protectTenantTable(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE users, roles');
    await runner.query('DROP SEQUENCE role_ids, user_ids');
  }
}

async function createRoles(runner: QueryRunner): Promise<void> {
  await runner.query(`CREATE TABLE roles (
    tenant_id bigint NOT NULL REFERENCES tenants (id),
    id bigint NOT NULL DEFAULT nextval('role_ids'),
    name text NOT NULL,
    admin boolean NOT NULL DEFAULT false,
    permissions text[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, name)
  )`);
}

/** A handle is kept in lower case, since people mention one another without minding it. */
async function createUsers(runner: QueryRunner): Promise<void> {
  await runner.query(`CREATE TABLE users (
    tenant_id bigint NOT NULL REFERENCES tenants (id),
    id bigint NOT NULL DEFAULT nextval('user_ids'),
    uuid uuid NOT NULL DEFAULT gen_random_uuid(),
    handle text NOT NULL CHECK (handle = lower(handle)),
    first_name text NOT NULL,
    last_name text NOT NULL,
    email text NOT NULL,
    locale text NOT NULL DEFAULT 'en',
    timezone text NOT NULL DEFAULT 'UTC',
    profile_picture text,
    role_id bigint NOT NULL,
    email_notifications boolean NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, uuid),
    UNIQUE (tenant_id, handle),
    UNIQUE (tenant_id, email),
    FOREIGN KEY (tenant_id, role_id) REFERENCES roles (tenant_id, id)
  )`);
  await runner.query('CREATE INDEX users_of_role ON users (tenant_id, role_id)');
}
