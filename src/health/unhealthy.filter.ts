import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  Logger,
  ServiceUnavailableException,
} from '@nestjs/common';
import type { HealthCheckResult } from '@nestjs/terminus';
import type { FastifyReply } from 'fastify';

/** What is wrong is for the log; anybody may ask, and is told that something is. */
@Catch(ServiceUnavailableException)
export class UnhealthyFilter implements ExceptionFilter<ServiceUnavailableException> {
  private readonly logger = new Logger(UnhealthyFilter.name);

  catch(unhealthy: ServiceUnavailableException, host: ArgumentsHost): void {
    const result = unhealthy.getResponse() as HealthCheckResult;
    if (result.status === 'error') this.logger.warn({ result }, 'Not ready');
    void host.switchToHttp().getResponse<FastifyReply>().status(503).send({ status: result.status });
  }
}
