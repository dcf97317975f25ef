import type { DataSourceOptions } from 'typeorm';
import { ACCOUNT_ENTITIES } from '../accounts/account-entities.js';
import { AuditEntry } from '../audit/audit-entry.entity.js';
import { TRACKER_ENTITIES } from '../tracker/tracker-entities.js';
import { MIGRATIONS } from './migrations.js';
import { SteadyClient } from './steady-client.js';

type PostgresOptions = Extract<DataSourceOptions, { type: 'postgres' }>;
interface Place extends Pick<
  PostgresOptions,
  'url' | 'host' | 'username' | 'database' | 'poolSize' | 'migrationsRun'
> {
  /** PostgreSQL's own settings for these connections. */
  readonly limits?: Readonly<Record<string, number>>;
}

/** What every connection to PostgreSQL has in common, real and embedded. */
export function databaseOptions({ limits, ...place }: Place): DataSourceOptions {
  return {
    type: 'postgres',
    ...place,
    applicationName: 'kendo',
    /* No id is larger than what a number holds exactly. */
    parseInt8: true,
    installExtensions: false,
    /* Waiting for a connection, new or free: then an error, so that nothing hangs for ever. */
    connectTimeoutMS: 30_000,
    extra: { ...limits, Client: SteadyClient },
    entities: [...ACCOUNT_ENTITIES, AuditEntry, ...TRACKER_ENTITIES],
    migrations: MIGRATIONS,
    migrationsTransactionMode: 'all',
  };
}
