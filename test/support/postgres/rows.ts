import type { Client } from 'pg';
import type { Database } from './database.ts';

const admins = new WeakMap<Database, Promise<Client>>();

/**
 * Every row of every table that belongs to tenants, as JSON, but for the time that every request leaves on its token.
 * Fails while an event waits for its fan-out or a mail for its leave.
 */
export async function settledRows(database: Database): Promise<Readonly<Record<string, string[]>>> {
  const connecting = admins.get(database) ?? database.admin();
  admins.set(database, connecting);
  const admin = await connecting;
  const waiting = await admin.query(
    'SELECT id FROM notification_events WHERE state = 0 UNION ALL SELECT event_id FROM mail_deliveries WHERE state = 0',
  );
  expect(waiting.rows).toEqual([]);
  const all: Record<string, string[]> = {};
  for (const table of await tenantTables(admin)) {
    const { rows } = await admin.query<{ row: string }>(
      `SELECT (to_jsonb(t) - 'last_used_at')::text AS row FROM ${table} t ORDER BY 1`,
    );
    all[table] = rows.map(({ row }) => row);
  }
  return all;
}

async function tenantTables(admin: Client): Promise<string[]> {
  const { rows } = await admin.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace AND a.attname = 'tenant_id'
     ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}
