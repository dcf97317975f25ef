import { protectTenantTable, TENANT_ROLE } from '@kendo/notifications';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Entries outlive the people and things they name, so no key points at those. They are added, and read. */
export class CreateAuditEntries1700000113000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SEQUENCE audit_entry_ids');
    await runner.query(`GRANT USAGE ON SEQUENCE audit_entry_ids TO ${TENANT_ROLE}`);
    await runner.query(`CREATE TABLE audit_entries (
      tenant_id bigint NOT NULL REFERENCES tenants (id),
      id bigint NOT NULL DEFAULT nextval('audit_entry_ids'),
      actor_id bigint,
      token_id bigint,
      operator text,
      action text NOT NULL,
      subject_type text NOT NULL,
      subject_id bigint NOT NULL,
      before jsonb,
      after jsonb,
      at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (tenant_id, id),
      CHECK ((actor_id IS NULL) <> (operator IS NULL))
    )`);
    await protectTenantTable(runner, 'audit_entries');
    await runner.query(`REVOKE UPDATE, DELETE ON audit_entries FROM ${TENANT_ROLE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_entries');
    await runner.query('DROP SEQUENCE audit_entry_ids');
  }
}
