import { Injectable } from '@nestjs/common';
import { Gauge, Registry } from 'prom-client';
import { SharedRedis } from '../redis/shared-redis.js';

/** Whether Redis answers this process; absent where there is none. */
@Injectable()
export class RedisGauge {
  private readonly up: Gauge | undefined;

  constructor(
    private readonly redis: SharedRedis,
    registry: Registry,
  ) {
    if (!redis.client) return;
    this.up = new Gauge({
      name: 'kendo_redis_up',
      help: '1 while Redis answers; without it the sweeper finds the work within a second.',
      registers: [registry],
    });
  }

  async refresh(): Promise<void> {
    this.up?.set((await this.redis.answers()) ? 1 : 0);
  }
}
