import { type DynamicModule, Module } from '@nestjs/common';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Settings } from '../config/settings.js';
import { RedisModule } from '../redis/redis.module.js';
import { BacklogGauges } from './backlog-gauges.js';
import { MetricsController } from './metrics.controller.js';
import { MetricsPage } from './metrics-page.js';
import { RedisGauge } from './redis-gauge.js';

/** What this process measures, and where it can be read. */
@Module({})
export class MetricsModule {
  static with(registry: Registry, settings: Settings): DynamicModule {
    collectDefaultMetrics({ register: registry });
    return {
      module: MetricsModule,
      imports: [RedisModule],
      controllers: showsMetrics(settings) ? [MetricsController] : [],
      providers: [{ provide: Registry, useValue: registry }, BacklogGauges, RedisGauge, MetricsPage],
    };
  }
}

/**
 * At the public port the embedded server alone shows metrics, to its own machine. A server for others has METRICS_PORT:
 * behind a proxy on the same machine everybody seems to sit at it.
 */
export function showsMetrics({
  databaseUrl,
  metricsPort,
}: Pick<Settings, 'databaseUrl' | 'metricsPort'>): boolean {
  return databaseUrl === undefined && metricsPort === undefined;
}
