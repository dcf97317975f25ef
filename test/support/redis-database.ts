import { handedOver } from './handoff.ts';
import { askRedis } from './services/redis.ts';

/** Redis has 16 logical databases; the first is left alone, since a given server may be in use. */
const EACH_WORKER = 7;
let taken = 0;

/** An empty logical database that no test file running at the same time has. */
export async function emptyRedisDatabase(): Promise<string> {
  const worker = Number(process.env.JEST_WORKER_ID) - 1;
  const url = new URL(handedOver('KENDO_TEST_REDIS'));
  url.pathname = String(1 + worker * EACH_WORKER + (taken++ % EACH_WORKER));
  await askRedis(url.href, (client) => client.flushdb());
  return url.href;
}
