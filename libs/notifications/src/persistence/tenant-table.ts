import type { QueryRunner } from 'typeorm';

/** The role that every unit of work takes: neither owner, superuser nor BYPASSRLS. */
export const TENANT_ROLE = 'kendo_tenant';
/** Owns the functions that look across tenants, and may do nothing else. */
export const SWEEPER_ROLE = 'kendo_sweeper';
/** The setting that row-level security compares with; empty or absent means no rows. */
export const TENANT_SETTING = 'app.tenant_id';

/** Puts a table with a `tenant_id` under row-level security, owner included, and lets the tenant role use it. */
export async function protectTenantTable(runner: QueryRunner, table: string): Promise<void> {
  const mine = `tenant_id = nullif(current_setting('${TENANT_SETTING}', true), '')::bigint`;
  await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
  await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  await runner.query(
    `CREATE POLICY tenant ON ${table} TO ${TENANT_ROLE} USING (${mine}) WITH CHECK (${mine})`,
  );
  await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO ${TENANT_ROLE}`);
}
