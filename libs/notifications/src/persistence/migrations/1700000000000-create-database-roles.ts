import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SWEEPER_ROLE, TENANT_ROLE } from '../tenant-table.js';

/** Roles belong to the cluster, so another database may have made them already. Needs CREATEROLE, no superuser. */
export class CreateDatabaseRoles1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const role of [TENANT_ROLE, SWEEPER_ROLE]) {
      await runner.query(`DO $$ BEGIN
        CREATE ROLE ${role} NOLOGIN NOSUPERUSER NOBYPASSRLS;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`);
    }
    await runner.query(`GRANT USAGE ON SCHEMA public TO ${TENANT_ROLE}, ${SWEEPER_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`REVOKE USAGE ON SCHEMA public FROM ${TENANT_ROLE}, ${SWEEPER_ROLE}`);
  }
}
