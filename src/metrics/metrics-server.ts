import { HttpException, type INestApplicationContext } from '@nestjs/common';
import { fastify, type FastifyInstance } from 'fastify';
import type { Settings } from '../config/settings.js';
import { Readiness } from '../health/readiness.js';
import { listenAt } from '../http/listen.js';
import { MetricsPage } from './metrics-page.js';

/**
 * Metrics and health, of servers and workers alike, on a port of their own, to be kept from the outside: it knows
 * nothing of tenants and tokens, and tells what is wrong. Where METRICS_PORT is not set, nothing listens.
 */
export async function openMetricsServer(
  app: INestApplicationContext,
  { metricsPort }: Settings,
): Promise<FastifyInstance> {
  const [page, readiness] = [app.get(MetricsPage), app.get(Readiness)];
  const server = fastify({ forceCloseConnections: true });
  server.get('/metrics', async (_request, reply) => reply.type(page.contentType).send(await page.text()));
  server.get('/health/live', async () => ({ status: 'ok' }));
  server.get('/health/ready', () => readiness.check());
  server.setErrorHandler(async (error, _request, reply) =>
    reply.status(503).send(error instanceof HttpException ? error.getResponse() : { status: 'error' }),
  );
  if (metricsPort !== undefined) {
    await listenAt('METRICS_PORT', metricsPort, (port, host) => server.listen({ port, host }));
  }
  return server;
}
