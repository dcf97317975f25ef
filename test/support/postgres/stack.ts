import { SmtpSink } from '../mail/smtp-sink.ts';
import { temporaryFolder } from '../process/temporary-folder.ts';
import { emptyRedisDatabase } from '../redis-database.ts';
import type { Stack } from '../stack.ts';
import { createDatabase } from './database.ts';

/** A database, a logical Redis database and a mail server of its own. */
export async function postgresStack(): Promise<Stack> {
  const database = await createDatabase();
  const sink = await SmtpSink.start();
  const folder = await temporaryFolder('data');
  return {
    settings: {
      DATA_DIR: folder.path,
      DATABASE_URL: database.url,
      REDIS_URL: await emptyRedisDatabase(),
      MAIL_URL: sink.url,
      MAIL_FROM: 'Kendo <notifications@kendo.example>',
      SEED_DEMO: '1',
    },
    mails: async () => sink.mails,
    database,
    sink,
    async remove() {
      await sink.down();
      await database.drop();
      await folder.remove();
    },
  };
}
