import { Client } from 'pg';
import { StartRefused } from '../lifecycle/start-refused.error.js';
import type { Database } from './database.js';
import { databaseOptions } from './database-options.js';
import { refuseUnfitLogin } from './login-check.js';

const POOL_SIZE = 10;

/**
 * What the server itself puts an end to, so that nobody waits for it for ever: a wait for a lock, a statement, and
 * the silence of a process that froze in a transaction. In milliseconds; `?lock_timeout=…` in the URL wins.
 */
const LIMITS = {
  lock_timeout: 5_000,
  statement_timeout: 30_000,
  idle_in_transaction_session_timeout: 30_000,
};

/** A real PostgreSQL, migrated by `npm run migrate`, and reached by a login that can do no harm. */
export async function openServerDatabase(url: string): Promise<Database> {
  const client = await connect('DATABASE_URL', url);
  try {
    await refuseUnfitLogin(client);
  } finally {
    await client.end();
  }
  return {
    options: databaseOptions({ url, poolSize: POOL_SIZE, limits: LIMITS }),
    close: async () => undefined,
  };
}

/** `variable` is named when nobody answers there; the URL itself may hold a password. */
export async function connect(variable: string, url: string): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    const reason = error instanceof AggregateError ? error.errors.join(', ') : String(error);
    throw new StartRefused(`The PostgreSQL that ${variable} names cannot be used. ${reason}`);
  }
  return client;
}
