import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a tenant's mails and pages are dressed in, as `#rrggbb`. */
export class AddTenantColours1700000101000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE tenants
      ADD COLUMN colour text NOT NULL DEFAULT '#4f46e5' CHECK (colour ~ '^#[0-9a-f]{6}$')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE tenants DROP COLUMN colour');
  }
}
