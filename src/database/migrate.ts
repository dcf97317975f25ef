import { SWEEPER_ROLE, TENANT_ROLE } from '@kendo/notifications';
import type { Client } from 'pg';
import { DataSource } from 'typeorm';
import { StartRefused } from '../lifecycle/start-refused.error.js';
import { ensureLogin } from './app-login.js';
import { databaseOptions } from './database-options.js';
import { refuseUnfitLogin } from './login-check.js';
import { connect } from './server-database.js';

/** "kendo" as a number: whoever migrates holds this advisory lock. */
const MIGRATING = 0x6b656e646f;

/** Makes the schema, the roles and the server's login, then looks whether the server could start. */
export async function migrate(ownerUrl: string, appUrl: string, tell: (line: string) => void): Promise<void> {
  const owner = await connect('MIGRATE_DATABASE_URL', ownerUrl);
  try {
    await refuseUnfitOwner(owner);
    await owner.query('SELECT pg_advisory_lock($1)', [MIGRATING]);
    const names = await runMigrations(ownerUrl);
    tell(names.length > 0 ? `Ran ${names.length} migrations.` : 'The schema is up to date.');
    await ensureLogin(owner, appUrl);
  } catch (error) {
    throw isNotAllowed(error) ? notAllowed(owner, error) : error;
  } finally {
    await owner.end();
  }
  const app = await connect('DATABASE_URL', appUrl);
  try {
    await refuseUnfitLogin(app);
  } finally {
    await app.end();
  }
  tell(`The login "${app.user}" is ready for npm start.`);
}

async function refuseUnfitOwner(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ superuser: boolean; creates: boolean }>(
    `SELECT rolsuper AS superuser, rolcreaterole AS creates FROM pg_roles WHERE rolname = session_user`,
  );
  if (rows[0]?.superuser || rows[0]?.creates) return;
  throw new StartRefused(
    `MIGRATE_DATABASE_URL: the login "${owner.user}" may not create roles. Let an administrator run ` +
      `ALTER ROLE "${owner.user}" CREATEROLE.`,
  );
}

async function runMigrations(url: string): Promise<string[]> {
  const dataSource = new DataSource(databaseOptions({ url, poolSize: 1 }));
  await dataSource.initialize();
  try {
    const done = await dataSource.runMigrations();
    return done.map(({ name }) => name);
  } finally {
    await dataSource.destroy();
  }
}

/** SQLSTATE 42501, insufficient_privilege. */
function isNotAllowed(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === '42501';
}

function notAllowed({ user }: Client, { message }: Error): StartRefused {
  return new StartRefused(
    `MIGRATE_DATABASE_URL: PostgreSQL does not let the login "${user}" do this: ${message}.\n` +
      'It must own the database. Roles belong to the whole server: where those of this program were made for another ' +
      `database, let an administrator run GRANT ${TENANT_ROLE}, ${SWEEPER_ROLE} TO "${user}" WITH ADMIN OPTION.`,
  );
}
