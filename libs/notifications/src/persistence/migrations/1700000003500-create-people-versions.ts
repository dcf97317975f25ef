import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../tenant-table.js';

/**
 * What it takes to notice that a person of a tenant has changed, and to forget one. The index is of finished mail
 * alone: a fan-out, which writes a hundred thousand at once, pays nothing for it.
 */
export class CreatePeopleVersions1700000003500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE people_versions (
      tenant_id bigint NOT NULL PRIMARY KEY,
      version bigint NOT NULL
    ) WITH (fillfactor = 50)`);
    await protectTenantTable(runner, 'people_versions');
    await runner.query(
      'CREATE INDEX mail_deliveries_finished ON mail_deliveries (tenant_id, recipient_id) WHERE state > 0',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX mail_deliveries_finished');
    await runner.query('DROP TABLE people_versions');
  }
}
