import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTable } from '../tenant-table.js';

const DELIVERIES = ['mail_deliveries', 'channel_deliveries'];

/**
 * What it takes to notice that a person of a tenant has changed, and to forget one. The indexes are of finished
 * deliveries alone: a fan-out, which writes a hundred thousand at once, pays nothing for them.
 */
export class CreatePeopleVersions1700000003500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE people_versions (
      tenant_id bigint NOT NULL PRIMARY KEY,
      version bigint NOT NULL
    ) WITH (fillfactor = 50)`);
    await protectTenantTable(runner, 'people_versions');
    for (const table of DELIVERIES) {
      await runner.query(
        `CREATE INDEX ${table}_finished ON ${table} (tenant_id, recipient_id) WHERE state > 0`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of DELIVERIES) await runner.query(`DROP INDEX ${table}_finished`);
    await runner.query('DROP TABLE people_versions');
  }
}
