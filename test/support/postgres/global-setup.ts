import { handOver } from '../handoff.ts';
import { postgres } from '../services/postgres.ts';
import { provision } from '../services/provision.ts';
import { redis } from '../services/redis.ts';
import { atTeardown } from '../teardown.ts';
import { createTemplateDatabase, dropTemplateDatabase } from './template-database.ts';

/** Jest runs this only when a test of the project is to run, so that units need no server. */
export default async function setUp(): Promise<void> {
  const database = await provision(postgres);
  atTeardown('postgres', () => database.stop());
  const queue = await provision(redis);
  atTeardown('postgres', () => queue.stop());
  const template = await createTemplateDatabase(database.url);
  atTeardown('postgres', () => dropTemplateDatabase(template));
  handOver('KENDO_TEST_POSTGRES', template);
  handOver('KENDO_TEST_REDIS', queue.url);
}
