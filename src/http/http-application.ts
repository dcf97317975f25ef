import { ErrorFilter, type ErrorShape, ErrorShapes } from '@kendo/notifications';
import { laravelError, LaravelValidationPipe } from '@kendo/notifications/native';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController } from 'fastify';
import type { Logger } from 'pino';
import { Registry } from 'prom-client';
import { Authentication } from '../accounts/authentication.js';
import { AppModule } from '../app.module.js';
import type { Settings } from '../config/settings.js';
import type { Database } from '../database/database.js';
import { Readiness } from '../health/readiness.js';
import { NestLogger } from '../logging/nest-logger.js';
import { measureRequests } from '../metrics/request-durations.js';
import { resolveTenant } from '../tenancy/resolve-tenant.js';
import { Tenants } from '../tenancy/tenants.js';
import { refuseOtherMethods } from './allowed-methods.js';
import { serveApiDocs } from './api-docs.js';
import { endConnectionsOnStop } from './closing-connections.js';
import { authenticateEarly } from './early-authentication.js';
import { acceptBodies } from './request-bodies.js';
import { requestIdOf } from './request-id.js';
import { logRequests } from './request-log.js';
import { readOnRefusedUploads } from './refused-uploads.js';
import { refuseUrls } from './refused-url.js';
import { refuseUnreadable } from './unreadable-requests.js';

const MAX_BODY = 1024 * 1024;
const MAX_PARAMETER = 1024;
/** For a request to come in whole; who trickles one does not hold a connection, or the shutdown, for ever. */
const REQUEST_WITHIN_MS = 30_000;

/** The application behind HTTP, ready to listen. */
export async function createHttpApplication(
  settings: Settings,
  database: Database,
  logger: Logger,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    requestIdHeader: false,
    genReqId: requestIdOf,
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    bodyLimit: MAX_BODY,
    requestTimeout: REQUEST_WITHIN_MS,
    routerOptions: { maxParamLength: MAX_PARAMETER, ignoreTrailingSlash: true },
    clientErrorHandler: refuseUnreadable,
    frameworkErrors: refuseUrls((url): ErrorShape => app.get(ErrorShapes).at(url) ?? laravelError),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings, database), adapter, {
    logger: new NestLogger(logger),
    bodyParser: false,
    abortOnError: false,
  });
  const server = adapter.getInstance();
  const readiness = app.get(Readiness);
  /* First, so that a request is under way as soon as it is there. */
  endConnectionsOnStop(server, () => readiness.isDraining);
  logRequests(server);
  measureRequests(server, app.get(Registry));
  resolveTenant(server, app.get(Tenants), settings);
  authenticateEarly(server, app.get(Authentication));
  refuseOtherMethods(server);
  acceptBodies(server);
  readOnRefusedUploads(server);
  app.useGlobalPipes(new LaravelValidationPipe());
  app.useGlobalFilters(new ErrorFilter(app.get(ErrorShapes), laravelError));
  serveApiDocs(app, settings);
  return app.init();
}
