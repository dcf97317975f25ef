import { HttpException, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import { Settings } from '../config/settings.js';
import { openRedis } from './redis-connection.js';

const MINUTE_S = 60;

/** So many requests a minute for a token, so many wrong tokens a minute for an address. */
@Injectable()
export class RateLimits implements OnApplicationShutdown {
  private readonly redis;
  private readonly requests: RateLimiterAbstract;
  private readonly wrongTokens: RateLimiterAbstract;

  constructor({ redisUrl, tokenRateLimit, wrongTokenRateLimit }: Settings) {
    this.redis = redisUrl === undefined ? undefined : openRedis(redisUrl);
    this.requests = this.limiter('requests', tokenRateLimit);
    this.wrongTokens = this.limiter('wrong-tokens', wrongTokenRateLimit);
  }

  async countRequest(tokenId: number, reply: FastifyReply): Promise<void> {
    await count(this.requests, tokenId, reply);
  }

  async countWrongToken(address: string, reply: FastifyReply): Promise<void> {
    await count(this.wrongTokens, address, reply);
  }

  onApplicationShutdown(): void {
    this.redis?.disconnect();
  }

  /** While Redis is away each process counts by itself: a limit that is too wide, and no request that fails. */
  private limiter(name: string, points: number): RateLimiterAbstract {
    const options = { keyPrefix: `{kendo}:rate:${name}`, points, duration: MINUTE_S };
    const here = new RateLimiterMemory(options);
    if (!this.redis) return here;
    return new RateLimiterRedis({
      ...options,
      storeClient: this.redis,
      rejectIfRedisNotReady: true,
      insuranceLimiter: here,
    });
  }
}

async function count(limiter: RateLimiterAbstract, key: string | number, reply: FastifyReply): Promise<void> {
  reply.header('x-ratelimit-limit', limiter.points);
  try {
    const { remainingPoints } = await limiter.consume(key);
    reply.header('x-ratelimit-remaining', remainingPoints);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const seconds = Math.ceil(refusal.msBeforeNext / 1000);
    reply.headers({
      'x-ratelimit-remaining': 0,
      'x-ratelimit-reset': Math.ceil(Date.now() / 1000) + seconds,
      'retry-after': seconds,
    });
    throw new HttpException('Too Many Attempts.', 429);
  }
}
