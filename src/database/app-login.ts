import { TENANT_ROLE } from '@kendo/notifications';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { StartRefused } from '../lifecycle/start-refused.error.js';
import { scramVerifier } from './scram-verifier.js';

/** Makes the login that `url` names where it is missing, and lets it in. An existing one keeps its password. */
export async function ensureLogin(owner: Client, url: string): Promise<void> {
  const { user, password, database } = new Client({ connectionString: url });
  if (!user || !database) throw new StartRefused('DATABASE_URL must name a login and a database.');
  if (user === owner.user) {
    throw new StartRefused(
      `DATABASE_URL and MIGRATE_DATABASE_URL both name the login "${user}". Row-level security needs another login ` +
        'for the server than the owner of the tables; name one in DATABASE_URL, and it will be made.',
    );
  }
  const { rows } = await owner.query('SELECT FROM pg_roles WHERE rolname = $1', [user]);
  if (rows.length === 0) await createLogin(owner, user, password);
  await grant(owner, user, database);
}

async function createLogin(owner: Client, user: string, password: string | null | undefined): Promise<void> {
  const secret = password ? ` PASSWORD ${escapeLiteral(scramVerifier(password))}` : '';
  await owner.query(`CREATE ROLE ${escapeIdentifier(user)} LOGIN NOSUPERUSER NOBYPASSRLS INHERIT${secret}`);
}

async function grant(owner: Client, user: string, database: string): Promise<void> {
  const login = escapeIdentifier(user);
  await owner.query(`GRANT CONNECT ON DATABASE ${escapeIdentifier(database)} TO ${login}`);
  /* For the start check, which looks for pending migrations. */
  await owner.query(`GRANT SELECT ON migrations TO ${TENANT_ROLE}`);
  const { rows } = await owner.query(`SELECT WHERE pg_has_role($1, $2, 'USAGE')`, [user, TENANT_ROLE]);
  if (rows.length === 0) await owner.query(`GRANT ${TENANT_ROLE} TO ${login}`);
}
