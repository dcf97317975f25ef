import { type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible';

/** How near somebody is to one limit, after a request. */
export interface RateCount {
  readonly name: string;
  readonly limit: number;
  readonly windowSeconds: number;
  readonly remaining: number;
  /** Until the window ends. */
  readonly seconds: number;
  readonly isRefused: boolean;
}

/** One limit, by the name that its headers give it. */
export class RateLimit {
  constructor(
    private readonly name: string,
    private readonly limiter: RateLimiterAbstract,
  ) {}

  async count(key: string | number): Promise<RateCount> {
    const { name, limiter } = this;
    const { isRefused, state } = await consume(limiter, key);
    return {
      name,
      limit: limiter.points,
      windowSeconds: limiter.duration,
      remaining: Math.max(0, state.remainingPoints),
      seconds: Math.ceil(state.msBeforeNext / 1000),
      isRefused,
    };
  }
}

/** The limiter refuses by rejecting with its state. */
async function consume(limiter: RateLimiterAbstract, key: string | number) {
  try {
    return { isRefused: false, state: await limiter.consume(key) };
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return { isRefused: true, state: refusal };
  }
}
