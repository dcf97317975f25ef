import { TENANT_ROLE } from '@kendo/notifications';
import type { Client } from 'pg';
import { StartRefused } from '../lifecycle/start-refused.error.js';
import { MIGRATIONS } from './migrations.js';

interface Login {
  name: string;
  superuser: boolean;
  bypasses: boolean;
  owns: boolean;
  belongs: boolean;
}

/**
 * Row-level security holds for logins that cannot step round it. With any other one the program does not start:
 * a tenant's rows would be kept from another tenant by the care of each query alone.
 */
export async function refuseUnfitLogin(client: Client): Promise<void> {
  const login = await readLogin(client);
  const problem = problemOf(login) ?? (await problemOfSchema(client));
  if (problem) throw new StartRefused(`DATABASE_URL: ${problem}`);
}

export function problemOf({ name, superuser, bypasses, owns, belongs }: Login): string | undefined {
  const instead = 'Name another login; npm run migrate makes it where it is missing.';
  if (superuser)
    return `the login "${name}" is a superuser, whom row-level security does not bind. ${instead}`;
  if (bypasses)
    return `the login "${name}" has BYPASSRLS. Take it away with ALTER ROLE, or name another login.`;
  if (owns) return `the login "${name}" owns the tables, and could switch row-level security off. ${instead}`;
  if (!belongs)
    return `the login "${name}" lacks the rights of ${TENANT_ROLE}. Run npm run migrate, which grants them.`;
  return undefined;
}

async function readLogin(client: Client): Promise<Login> {
  const { rows } = await client.query<Login>(
    `SELECT rolname AS name, rolsuper AS superuser, rolbypassrls AS bypasses,
       EXISTS (SELECT FROM pg_class WHERE relnamespace = current_schema()::regnamespace
         AND relkind IN ('r', 'p') AND pg_has_role(session_user, relowner, 'MEMBER')) AS owns,
       EXISTS (SELECT FROM pg_roles tenant WHERE tenant.rolname = $1
         AND pg_has_role(session_user, tenant.oid, 'USAGE')) AS belongs
     FROM pg_roles WHERE rolname = session_user`,
    [TENANT_ROLE],
  );
  if (!rows[0]) throw new Error('PostgreSQL does not know who is connected.');
  return rows[0];
}

async function problemOfSchema(client: Client): Promise<string | undefined> {
  const done = await migrationsDone(client);
  const pending = MIGRATIONS.filter(({ name }) => !done.includes(name)).length;
  return pending > 0 ? `the database lacks ${pending} migrations. Run npm run migrate first.` : undefined;
}

async function migrationsDone(client: Client): Promise<string[]> {
  const { rows } = await client.query(`SELECT WHERE to_regclass('migrations') IS NOT NULL`);
  if (rows.length === 0) return [];
  const done = await client.query<{ name: string }>('SELECT name FROM migrations');
  return done.rows.map(({ name }) => name);
}
