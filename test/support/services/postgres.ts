import { randomBytes } from 'node:crypto';
import { chown, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { freePort } from '../process/free-port.ts';
import { run, type SystemUser } from '../process/run.ts';
import { temporaryFolder, type TemporaryFolder } from '../process/temporary-folder.ts';
import { debianPostgresFolders, newestBinary, searchPath } from './binaries.ts';
import { startLocalServer } from './local-server.ts';
import type { Server, Service } from './service.ts';

const PASSWORD = randomBytes(12).toString('hex');

/** `DATABASE_URL` must name a superuser here: the tests create roles and databases, and drop them again. */
export const postgres: Service = {
  title: 'PostgreSQL 15 or newer',
  variable: 'DATABASE_URL',
  advice:
    'Install PostgreSQL (Debian: apt-get install postgresql; macOS: brew install postgresql@17) or Docker',
  debianPackage: 'postgresql',
  container: {
    image: 'postgres:17-alpine',
    port: 5432,
    environment: { POSTGRES_PASSWORD: PASSWORD },
    url,
  },
  answers,
  startLocally,
};

function url(port: number): string {
  return `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`;
}

async function answers(address: string): Promise<void> {
  const client = new Client({ connectionString: address });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number; super: boolean }>(
      `SELECT current_setting('server_version_num')::int / 10000 AS version, rolsuper AS super
       FROM pg_roles WHERE rolname = current_user`,
    );
    if (!rows[0]?.super)
      throw new Error('it must be a superuser, to create roles and databases for the tests');
    if (rows[0].version < 15) throw new Error(`it is PostgreSQL ${rows[0].version}`);
  } finally {
    await client.end();
  }
}

async function startLocally(): Promise<Server> {
  const { path } = await newestBinary('postgres', 15, [...(await debianPostgresFolders()), ...searchPath()]);
  const user = await unprivilegedUser();
  const folder = await temporaryFolder('postgres', user);
  await createCluster(join(dirname(path), 'initdb'), folder, user);
  const port = await freePort();
  const settings = { port, listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: 200 };
  return startLocalServer(url(port), answers, {
    command: path,
    args: ['-D', 'data', ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])],
    folder,
    user,
    stopSignal: 'SIGINT',
  });
}

async function createCluster(initdb: string, { path }: TemporaryFolder, user?: SystemUser): Promise<void> {
  const passwordFile = join(path, 'password');
  await writeFile(passwordFile, PASSWORD, { mode: 0o600 });
  if (user) await chown(passwordFile, user.uid, user.gid);
  const access = ['-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  await run(initdb, ['-D', 'data', ...access, '--encoding=UTF8', '--locale=C', '--no-sync'], {
    cwd: path,
    user,
  });
}

/** PostgreSQL refuses to run as root: then as the user that its package brings, or as nobody. */
async function unprivilegedUser(): Promise<SystemUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = async (flag: string): Promise<number> =>
    Number(await run('id', [flag, 'postgres']).catch(() => run('id', [flag, 'nobody'])));
  return { uid: await idOf('-u'), gid: await idOf('-g') };
}
