import { type MigrationInterface, QueryFailedError, type QueryRunner } from 'typeorm';

/** A role is one role however its name is written. */
export class KeepRoleNamesApart1700000114000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE roles DROP CONSTRAINT roles_tenant_id_name_key');
    try {
      await runner.query('CREATE UNIQUE INDEX roles_tenant_id_name_key ON roles (tenant_id, lower(name))');
    } catch (error) {
      if (!(error instanceof QueryFailedError)) throw error;
      const { detail = '' } = error.driverError as { detail?: string };
      throw new Error(`Rename roles that differ only in upper and lower case, and migrate again. ${detail}`, {
        cause: error,
      });
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX roles_tenant_id_name_key');
    await runner.query('ALTER TABLE roles ADD UNIQUE (tenant_id, name)');
  }
}
