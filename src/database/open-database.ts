import type { Settings } from '../config/settings.js';
import { openEmbeddedDatabase } from '../embedded/embedded-database.js';
import type { Database } from './database.js';
import { openServerDatabase } from './server-database.js';

export function openDatabase({ databaseUrl, dataDir }: Settings): Promise<Database> {
  return databaseUrl === undefined ? openEmbeddedDatabase(dataDir) : openServerDatabase(databaseUrl);
}
