import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import type { Database } from '../database/database.js';
import { databaseOptions } from '../database/database-options.js';
import { DataDirLock } from './data-dir-lock.js';

/** What PostgreSQL's clients look for in the folder that is given to them as host. */
const DATABASE_SOCKET = '.s.PGSQL.5432';
const OPERATOR_SOCKET = 'operator.sock';

/** PostgreSQL within this process, its files in the data folder, which no other process may use meanwhile. */
export async function openEmbeddedDatabase(dataDir: string): Promise<Database> {
  const steps: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const undo of steps.reverse()) await undo();
  };
  try {
    /* Made anew for each start with mode 700: only we get in, and one that a kill left behind is in nobody's way. */
    const sockets = await mkdtemp(join(tmpdir(), 'kendo-'));
    steps.push(() => rm(sockets, { recursive: true }));
    const operatorSocket = join(sockets, OPERATOR_SOCKET);
    const lock = await DataDirLock.acquire(dataDir, operatorSocket);
    steps.push(() => lock.release());
    const server = await serve(join(dataDir, 'database'), join(sockets, DATABASE_SOCKET));
    steps.push(() => server.stop());
    const options = { host: sockets, username: 'postgres', database: 'postgres', ...ONE_SESSION };
    return { options: databaseOptions(options), operatorSocket, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** It is one session whatever connects to it: with one connection, units of work follow one another. */
const ONE_SESSION = { poolSize: 1, migrationsRun: true };

async function serve(files: string, path: string): Promise<{ stop(): Promise<void> }> {
  await mkdir(files, { recursive: true, mode: 0o700 });
  const pglite = await PGlite.create({ dataDir: files });
  const server = new PGLiteSocketServer({ db: pglite, path });
  await server.start();
  return {
    async stop() {
      await server.stop();
      await pglite.close();
    },
  };
}
