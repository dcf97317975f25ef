import { Logger } from '@nestjs/common';
import { Redis } from 'ioredis';

const ANSWERS_WITHIN_MS = 100;

/** A Redis that may be away, or be there and not answer: a command then fails at once, or soon. */
export function openRedis(url: string): Redis {
  const logger = new Logger('RateLimits');
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: ANSWERS_WITHIN_MS,
  });
  let isAway = false;
  redis.on('ready', () => (isAway = false));
  redis.on('error', (err: Error) => {
    if (!isAway) logger.warn({ err }, 'Redis is away; this process counts by itself meanwhile');
    isAway = true;
  });
  return redis;
}
