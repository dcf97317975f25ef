import type { QueueOptions } from 'bull';

/** The doorbell's queue in Bull. */
export const DOORBELL_QUEUE = 'notifications';

const LONGEST_RECONNECT_MS = 2_000;
/** A Redis that is silent for longer is as good as away; Bull's blocking command is shorter. */
const ANSWERS_WITHIN_MS = 2_000;
const BLOCKS_FOR_S = 1;
/** A ring that was taken by a worker that died at that moment is in the way of the next ones for so long. */
const HEARD_WITHIN_MS = 5_000;

/** How Bull speaks to Redis: it gives up soon, since the sweeper is there, and is soon back. */
export function doorbellQueue(redisUrl: string): QueueOptions {
  const { protocol } = checked(redisUrl);
  return {
    /* The braces keep all keys of the queue on one node of a Redis Cluster. */
    prefix: '{kendo}',
    redis: {
      maxRetriesPerRequest: 1,
      retryStrategy: (times) => Math.min(50 * times, LONGEST_RECONNECT_MS),
      socketTimeout: ANSWERS_WITHIN_MS,
      /* A connection that falls silent while it introduces itself is never dialled again: redis/ioredis#2099. */
      disableClientInfo: true,
      /* Bull itself takes no notice of the scheme. */
      ...(protocol === 'rediss:' && { tls: {} }),
    },
    settings: {
      retryProcessDelay: 1_000,
      drainDelay: BLOCKS_FOR_S,
      lockDuration: HEARD_WITHIN_MS,
      stalledInterval: HEARD_WITHIN_MS,
    },
  };
}

/** Of anything else Bull makes a Redis on this machine, or none that answers. It may hold a password: it is not told. */
function checked(redisUrl: string): URL {
  if (URL.canParse(redisUrl)) {
    const url = new URL(redisUrl);
    const { protocol, hostname, pathname } = url;
    if (/^rediss?:$/.test(protocol) && hostname !== '' && /^(\/\d*)?$/.test(pathname)) return url;
  }
  throw new Error(
    'The redisUrl of NotificationsModule must be such as redis://redis.example:6379/0, or rediss://….',
  );
}
