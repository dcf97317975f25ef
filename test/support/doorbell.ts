import Bull, { type Queue } from 'bull';
import type { DueWork } from '../../libs/notifications/src/domain/work-queue.ts';
import { DOORBELL_QUEUE, doorbellQueue } from '../../libs/notifications/src/queue/doorbell.ts';
import { askRedis } from './services/redis.ts';

/** The product's own queue, opened by the test itself; but for a timer that ioredis forgets, and Jest would wait for. */
export function openDoorbell(url: string): Queue<DueWork> {
  const options = doorbellQueue(url);
  return new Bull(DOORBELL_QUEUE, url, {
    ...options,
    redis: { ...Object(options.redis), socketTimeout: undefined } as object,
  });
}

/** How often the doorbell has rung in this Redis: Bull counts the jobs that it was ever given. */
export async function rings(redisUrl = ''): Promise<number> {
  return askRedis(redisUrl, async (redis) => Number((await redis.get('{kendo}:notifications:id')) ?? 0));
}
