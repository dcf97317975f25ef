import type { DataSourceOptions } from 'typeorm';
import { ACCOUNT_ENTITIES } from '../accounts/account-entities.js';
import { TRACKER_ENTITIES } from '../tracker/tracker-entities.js';
import { MIGRATIONS } from './migrations.js';

type PostgresOptions = Extract<DataSourceOptions, { type: 'postgres' }>;
type Place = Pick<PostgresOptions, 'url' | 'host' | 'username' | 'database' | 'poolSize' | 'migrationsRun'>;

/** What every connection to PostgreSQL has in common, real and embedded. */
export function databaseOptions(place: Place): DataSourceOptions {
  return {
    type: 'postgres',
    ...place,
    applicationName: 'kendo',
    /* No id is larger than what a number holds exactly. */
    parseInt8: true,
    installExtensions: false,
    /* Waiting for a connection, new or free: then an error, so that nothing hangs for ever. */
    connectTimeoutMS: 30_000,
    entities: [...ACCOUNT_ENTITIES, ...TRACKER_ENTITIES],
    migrations: MIGRATIONS,
    migrationsTransactionMode: 'all',
  };
}
