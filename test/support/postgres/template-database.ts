import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { run } from '../process/run.ts';
import { asAdmin } from './admin.ts';

/** A server with a migrated database on it, from which each test file gets a copy. */
export interface DatabaseServer {
  readonly adminUrl: string;
  readonly template: string;
  /** Migrates: has CREATEROLE, and is no superuser. */
  readonly owner: Login;
  /** Runs the product: neither owner nor superuser. */
  readonly app: Login;
}

export interface Login {
  readonly name: string;
  readonly password: string;
}

const MIGRATE = fileURLToPath(new URL('../../../dist/migrate.js', import.meta.url));
/** The product's roles belong to the whole server, where a run before this one may have made them. */
const SHARED_ROLES = ['kendo_tenant', 'kendo_sweeper'];

/** Everything is named after this run, so that two runs can share a server. */
export async function createTemplateDatabase(adminUrl: string): Promise<DatabaseServer> {
  const template = `kendo_test_${randomBytes(4).toString('hex')}`;
  const login = (role: string): Login => ({
    name: `${template}_${role}`,
    password: randomBytes(12).toString('hex'),
  });
  const server = { adminUrl, template, owner: login('owner'), app: login('app') };
  await createOwner(server);
  try {
    await migrate(server);
  } catch (error) {
    await dropTemplateDatabase(server);
    throw error;
  }
  return server;
}

export async function dropTemplateDatabase({ adminUrl, template }: DatabaseServer): Promise<void> {
  await asAdmin(adminUrl, async (admin) => {
    await admin.query(`DROP DATABASE ${template} WITH (FORCE)`);
    const { rows } = await admin.query<{ name: string }>(
      'SELECT rolname AS name FROM pg_roles WHERE starts_with(rolname, $1) ORDER BY rolname',
      [`${template}_`],
    );
    for (const { name } of rows) {
      await admin.query(`DROP OWNED BY ${name}`);
      await admin.query(`DROP ROLE ${name}`);
    }
  });
}

export function urlAs(
  { adminUrl }: Pick<DatabaseServer, 'adminUrl'>,
  login: Login,
  database: string,
): string {
  const url = new URL(adminUrl);
  url.username = login.name;
  url.password = login.password;
  url.pathname = database;
  return url.href;
}

async function createOwner({ adminUrl, template, owner }: DatabaseServer): Promise<void> {
  await asAdmin(adminUrl, async (admin) => {
    await admin.query(
      `CREATE ROLE ${owner.name} LOGIN CREATEROLE NOCREATEDB NOSUPERUSER PASSWORD '${owner.password}'`,
    );
    await admin.query(`CREATE DATABASE ${template} OWNER ${owner.name}`);
    for (const role of SHARED_ROLES) {
      const { rowCount } = await admin.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
      if (rowCount) await admin.query(`GRANT ${role} TO ${owner.name} WITH ADMIN OPTION`);
    }
  });
}

async function migrate(server: DatabaseServer): Promise<void> {
  const { owner, app, template } = server;
  await run(process.execPath, [MIGRATE], {
    env: {
      PATH: process.env.PATH,
      MIGRATE_DATABASE_URL: urlAs(server, owner, template),
      DATABASE_URL: urlAs(server, app, template),
    },
  });
}
