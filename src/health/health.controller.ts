import { PublicRoute } from '@kendo/notifications';
import { Controller, Get, UseFilters } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { HealthCheck, type HealthCheckResult, HealthCheckService } from '@nestjs/terminus';
import { Readiness } from './readiness.js';
import { UnhealthyFilter } from './unhealthy.filter.js';

/** For whoever watches the process: on any host, without a token. */
@ApiTags('Health')
@PublicRoute()
@UseFilters(UnhealthyFilter)
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly readiness: Readiness,
  ) {}

  /** The process runs. */
  @Get('live')
  @HealthCheck()
  live(): Promise<HealthCheckResult> {
    return this.health.check([]);
  }

  /** It can serve: the database answers, and nobody has asked it to stop. Without Redis it is `degraded`. */
  @Get('ready')
  @HealthCheck()
  ready(): Promise<HealthCheckResult> {
    return this.readiness.check();
  }
}
