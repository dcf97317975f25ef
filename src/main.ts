import { openDatabase } from './database/open-database.js';
import { DemoSeeder } from './demo/demo-seeder.js';
import { welcome } from './demo/welcome.js';
import { Readiness } from './health/readiness.js';
import { createHttpApplication } from './http/http-application.js';
import { listenAt } from './http/listen.js';
import { runProcess } from './lifecycle/run-process.js';
import { createLogger } from './logging/logger.js';
import { openMetricsServer } from './metrics/metrics-server.js';
import { openOperatorDoor } from './operations/operator-door.js';
import { Operations } from './operations/operations.js';

/** `npm start`: HTTP, and delivery unless DELIVERY is off. Nothing listens before everything is ready. */
await runProcess(async (settings) => {
  const database = await openDatabase(settings);
  try {
    const app = await createHttpApplication(settings, database, createLogger(settings.logLevel));
    const demo = await app.get(DemoSeeder).seedOnce();
    const { operatorSocket } = database;
    const door = operatorSocket && (await openOperatorDoor(app.get(Operations), operatorSocket));
    await listenAt('PORT', settings.port, (port, address) => app.listen(port, address));
    const metrics = await openMetricsServer(app, settings);
    if (demo) console.log(welcome(settings, demo));
    return {
      async stop() {
        if (door) await door.close();
        await app.get(Readiness).drain(settings.drainSeconds);
        await app.close();
        await metrics.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
});
