import { NOTIFICATION_MIGRATIONS, protectTenantTable, TENANT_ROLE } from '@kendo/notifications';
import { DataSource, type DataSourceOptions, type QueryRunner } from 'typeorm';

const TABLES = {
  people: `id bigint, first_name text, last_name text, profile_picture text, email text, locale text,
    timezone text, email_notifications boolean DEFAULT true, PRIMARY KEY (tenant_id, id)`,
  readers: 'gate_type text, gate_id bigint, user_id bigint',
  invoices:
    'id bigint, number text, amount text, customer_id bigint, paid boolean, PRIMARY KEY (tenant_id, id)',
};

class CreateInvoices1800000000000 {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(TABLES)) {
      await runner.query(`CREATE TABLE ${table} (tenant_id bigint NOT NULL, ${columns})`);
      await protectTenantTable(runner, table);
    }
  }
}

/** The library's tables stand beside the host's own. */
export function databaseAt(url: string): DataSourceOptions {
  const migrations = [...NOTIFICATION_MIGRATIONS, CreateInvoices1800000000000];
  return { type: 'postgres', url, parseInt8: true, installExtensions: false, migrations };
}

/** As the owner of the database; then the login of the server may work as the tenant's role. */
export async function migrate(ownerUrl: string, url: string): Promise<void> {
  const owner = await new DataSource(databaseAt(ownerUrl)).initialize();
  await owner.runMigrations();
  await owner.query(`GRANT ${TENANT_ROLE} TO "${new URL(url).username}"`);
  await owner.destroy();
}
