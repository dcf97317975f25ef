import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A role is one role however its name is written. */
export class KeepRoleNamesApart1700000114000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE roles DROP CONSTRAINT roles_tenant_id_name_key');
    await runner.query('CREATE UNIQUE INDEX roles_tenant_id_name_key ON roles (tenant_id, lower(name))');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX roles_tenant_id_name_key');
    await runner.query('ALTER TABLE roles ADD UNIQUE (tenant_id, name)');
  }
}
