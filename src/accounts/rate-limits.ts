import { type Caller, TooManyRequestsError } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import { Settings } from '../config/settings.js';
import { SharedRedis } from '../redis/shared-redis.js';
import { type RateCount, RateLimit } from './rate-limit.js';
import { rateLimitHeaders } from './rate-limit-headers.js';

const MINUTE_S = 60;

/** So many requests a minute for a token and for its tenant, so many wrong tokens a minute for an address. */
@Injectable()
export class RateLimits {
  private readonly token: RateLimit;
  private readonly tenant: RateLimit;
  private readonly wrongToken: RateLimit;

  constructor(
    { tokenRateLimit, tenantRateLimit, wrongTokenRateLimit }: Settings,
    private readonly redis: SharedRedis,
  ) {
    this.token = new RateLimit('token', this.limiter('requests', tokenRateLimit));
    this.tenant = new RateLimit('tenant', this.limiter('tenants', tenantRateLimit));
    this.wrongToken = new RateLimit('wrong-token', this.limiter('wrong-tokens', wrongTokenRateLimit));
  }

  /** The token's limit comes first: what it refuses is not taken from the token's colleagues. */
  async countRequest({ tokenId, scope }: Caller, reply: FastifyReply): Promise<void> {
    const token = await this.token.count(tokenId);
    admit(reply, token.isRefused ? [token] : [token, await this.tenant.count(scope.tenantId)]);
  }

  async countWrongToken(address: string, reply: FastifyReply): Promise<void> {
    admit(reply, [await this.wrongToken.count(address)]);
  }

  /** While Redis is away each process counts by itself: a limit that is too wide, and no request that fails. */
  private limiter(name: string, points: number): RateLimiterAbstract {
    const options = { keyPrefix: `{kendo}:rate:${name}`, points, duration: MINUTE_S };
    const here = new RateLimiterMemory(options);
    const { client } = this.redis;
    if (!client) return here;
    return new RateLimiterRedis({
      ...options,
      storeClient: client,
      rejectIfRedisNotReady: true,
      insuranceLimiter: here,
    });
  }
}

/** Tells how near the limits are, and refuses the request where one is reached. */
function admit(reply: FastifyReply, counts: readonly RateCount[]): void {
  reply.headers(rateLimitHeaders(counts));
  const refusal = counts.find(({ isRefused }) => isRefused);
  if (refusal) throw new TooManyRequestsError(refusal.limit, new Date(Date.now() + refusal.seconds * 1000));
}
