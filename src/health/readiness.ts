import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, ServiceUnavailableException } from '@nestjs/common';
import {
  type HealthCheckResult,
  HealthCheckService,
  type HealthIndicatorFunction,
  HealthIndicatorService,
  TypeOrmHealthIndicator,
} from '@nestjs/terminus';
import { SharedRedis } from '../redis/shared-redis.js';

const DATABASE_WITHIN_MS = 3_000;

/** Whether work should be sent here. Nothing asks before the process has started. */
@Injectable()
export class Readiness {
  private draining = false;
  private readonly indicators: HealthIndicatorFunction[];

  constructor(
    private readonly health: HealthCheckService,
    database: TypeOrmHealthIndicator,
    redis: SharedRedis,
    indicator: HealthIndicatorService,
  ) {
    const bell = indicator.check('redis');
    const askRedis = async () => ((await redis.answers()) ? bell.up() : bell.degraded());
    this.indicators = [
      () => database.pingCheck('database', { timeout: DATABASE_WITHIN_MS }),
      /* The sweeper does without its bell, and so do the rate limits: it is told, and stands in nobody's way. */
      ...(redis.client ? [askRedis] : []),
    ];
  }

  get isDraining(): boolean {
    return this.draining;
  }

  /** From now on the answer is no; resolves when those who send work here have had time to ask. */
  async drain(seconds = 0): Promise<void> {
    this.draining = true;
    await pause(seconds * 1_000);
  }

  /** Fails with a 503 unless it can serve, and means to. */
  async check(): Promise<HealthCheckResult> {
    if (this.draining) throw new ServiceUnavailableException({ status: 'shutting_down' });
    return this.health.check(this.indicators);
  }
}
