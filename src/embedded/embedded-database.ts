import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import type { Database } from '../database/database.js';
import { databaseOptions } from '../database/database-options.js';
import { DataDirLock } from './data-dir-lock.js';

/** What PostgreSQL's clients look for in the folder that is given to them as host. */
const SOCKET = '.s.PGSQL.5432';

/** PostgreSQL within this process, its files in the data folder, which no other process may use meanwhile. */
export async function openEmbeddedDatabase(dataDir: string): Promise<Database> {
  const lock = await DataDirLock.acquire(dataDir);
  try {
    const server = await serve(join(dataDir, 'database'));
    return {
      options: databaseOptions({
        host: server.host,
        username: 'postgres',
        database: 'postgres',
        ...ONE_SESSION,
      }),
      async close() {
        await server.stop();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** It is one session whatever connects to it: with one connection, units of work follow one another. */
const ONE_SESSION = { poolSize: 1, migrationsRun: true };

async function serve(files: string): Promise<{ host: string; stop(): Promise<void> }> {
  await mkdir(files, { recursive: true, mode: 0o700 });
  const pglite = await PGlite.create({ dataDir: files });
  /* Made anew for each start with mode 700: only we get in, and one that a kill left behind is in nobody's way. */
  const host = await mkdtemp(join(tmpdir(), 'kendo-'));
  const server = new PGLiteSocketServer({ db: pglite, path: join(host, SOCKET) });
  await server.start();
  return {
    host,
    async stop() {
      await server.stop();
      await pglite.close();
      await rm(host, { recursive: true });
    },
  };
}
