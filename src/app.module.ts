import { type DynamicModule, Module } from '@nestjs/common';
import { EventEmitterModule } from '@nestjs/event-emitter';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from './accounts/accounts.module.js';
import { AdministrationModule } from './administration/administration.module.js';
import { CapturedMailModule, showsCapturedMail } from './captured-mail/captured-mail.module.js';
import type { Settings } from './config/settings.js';
import { SettingsModule } from './config/settings.module.js';
import type { Database } from './database/database.js';
import { DeadLettersModule } from './dead-letters/dead-letters.module.js';
import { DemoModule } from './demo/demo.module.js';
import { HealthModule } from './health/health.module.js';
import { MetricsModule } from './metrics/metrics.module.js';
import { NotificationMeter } from './metrics/notification-meter.js';
import { notificationModules } from './notifications.js';
import { OperationsModule } from './operations/operations.module.js';
import { TenancyModule } from './tenancy/tenancy.module.js';
import { TrackerModule } from './tracker/tracker.module.js';

/** The whole host, for a server and for a worker alike. */
@Module({})
export class AppModule {
  static with(settings: Settings, database: Database): DynamicModule {
    const meter = new NotificationMeter();
    return {
      module: AppModule,
      imports: [
        SettingsModule.with(settings),
        TypeOrmModule.forRoot({ ...database.options, retryAttempts: 1 }),
        EventEmitterModule.forRoot(),
        TenancyModule,
        AccountsModule,
        AdministrationModule,
        TrackerModule,
        ...notificationModules(settings, meter),
        ...(showsCapturedMail(settings) ? [CapturedMailModule] : []),
        DeadLettersModule,
        OperationsModule,
        DemoModule,
        HealthModule,
        MetricsModule.with(meter.registry, settings),
      ],
    };
  }
}
