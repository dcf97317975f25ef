import {
  CaptureMailTransport,
  IntakeModule,
  mailboxOf,
  MailerMailTransport,
  NotificationsModule,
} from '@kendo/notifications';
import { NativeDialectModule } from '@kendo/notifications/native';
import type { ModuleMetadata } from '@nestjs/common';
import { AdaptersModule } from './adapters/adapters.module.js';
import type { Settings } from './config/settings.js';

/** How this host installs the notifications library. */
export function notificationModules(settings: Settings): NonNullable<ModuleMetadata['imports']> {
  const { delivers, mailDir, mailFrom, mailUrl, redisUrl } = settings;
  const transport =
    mailUrl === undefined ? new CaptureMailTransport(mailDir) : new MailerMailTransport({ url: mailUrl });
  return [
    NotificationsModule.forRoot({
      imports: [AdaptersModule],
      delivers,
      redisUrl,
      mail: { from: mailboxOf(mailFrom), transport },
    }),
    NativeDialectModule,
    IntakeModule,
  ];
}
