import { IntakeModule, mailboxOf, type NotificationMetrics, NotificationsModule } from '@kendo/notifications';
import { MondayDialectModule } from '@kendo/notifications/monday';
import { DirectusDialectModule } from '@kendo/notifications/directus';
import { NativeDialectModule } from '@kendo/notifications/native';
import { ProductiveDialectModule } from '@kendo/notifications/productive';
import type { ModuleMetadata } from '@nestjs/common';
import { AdaptersModule } from './adapters/adapters.module.js';
import { mailTransport } from './adapters/mail-transport.js';
import type { Settings } from './config/settings.js';

/** How this host installs the notifications library. */
export function notificationModules(
  settings: Settings,
  metrics: NotificationMetrics,
): NonNullable<ModuleMetadata['imports']> {
  const { delivers, mailFrom, redisUrl } = settings;
  return [
    NotificationsModule.forRoot({
      imports: [AdaptersModule],
      delivers,
      redisUrl,
      mail: { from: mailboxOf(mailFrom), transport: mailTransport(settings) },
      metrics,
    }),
    NativeDialectModule,
    MondayDialectModule,
    ProductiveDialectModule,
    DirectusDialectModule,
    IntakeModule,
  ];
}
