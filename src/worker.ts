import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { openServerDatabase } from './database/server-database.js';
import { Readiness } from './health/readiness.js';
import { runProcess } from './lifecycle/run-process.js';
import { StartRefused } from './lifecycle/start-refused.error.js';
import { createLogger } from './logging/logger.js';
import { NestLogger } from './logging/nest-logger.js';
import { openMetricsServer } from './metrics/metrics-server.js';

/** `npm run worker`: fans out and mails, beside servers with DELIVERY=off or in help of others; no request comes in. */
await runProcess(async (settings) => {
  if (!settings.databaseUrl) {
    throw new StartRefused(
      'A worker needs DATABASE_URL: the embedded database belongs to one process, and npm start delivers itself.',
    );
  }
  const logger = createLogger(settings.logLevel);
  const database = await openServerDatabase(settings.databaseUrl);
  const app = await NestFactory.createApplicationContext(
    AppModule.with({ ...settings, delivers: true }, database),
    { logger: new NestLogger(logger), abortOnError: false },
  );
  const metrics = await openMetricsServer(app, settings);
  logger.info('The worker fans out and mails');
  return {
    async stop() {
      await app.get(Readiness).drain();
      await app.close();
      await metrics.close();
    },
  };
});
