import type { Client } from 'pg';

/** How many rows of a table are acme's; the tenant `tour` begins with some of its own. */
export async function rowCount(admin: Client, table: string): Promise<number> {
  const { rows } = await admin.query<{ count: number }>(
    `SELECT count(*)::int FROM ${table} WHERE tenant_id = (SELECT id FROM tenants WHERE slug = 'acme')`,
  );
  return rows[0]?.count ?? 0;
}
