import { readSettings } from './config/settings.js';
import { migrate } from './database/migrate.js';
import { StartRefused } from './lifecycle/start-refused.error.js';
import { failWith } from './lifecycle/run-process.js';

/** `npm run migrate`: prepares a real PostgreSQL for `npm start`. */
try {
  const { databaseUrl, migrateDatabaseUrl } = readSettings(process.env);
  if (!databaseUrl || !migrateDatabaseUrl) {
    throw new StartRefused(
      'npm run migrate needs DATABASE_URL, the login of the server, and MIGRATE_DATABASE_URL, the login that owns ' +
        'the tables and has CREATEROLE. The embedded database migrates itself.',
    );
  }
  await migrate(migrateDatabaseUrl, databaseUrl, console.log);
} catch (error) {
  failWith(error);
}
