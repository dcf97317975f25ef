import { Injectable } from '@nestjs/common';
import { Registry } from 'prom-client';
import { BacklogGauges } from './backlog-gauges.js';
import { RedisGauge } from './redis-gauge.js';

/** All that this process can tell, as Prometheus reads it. */
@Injectable()
export class MetricsPage {
  constructor(
    private readonly registry: Registry,
    private readonly backlog: BacklogGauges,
    private readonly redis: RedisGauge,
  ) {}

  get contentType(): string {
    return this.registry.contentType;
  }

  async text(): Promise<string> {
    await Promise.all([this.backlog.refresh(), this.redis.refresh()]);
    return this.registry.metrics();
  }
}
