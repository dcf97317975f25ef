import { getQueueToken } from '@nestjs/bull';
import type { Provider } from '@nestjs/common';
import Bull, { type Queue } from 'bull';
import { MailOptions } from './delivery/mail-options.js';
import { MailTransport } from './delivery/mail-transport.js';
import { NotificationOptions } from './domain/notification-options.js';
import { type DueWork, WorkQueue } from './domain/work-queue.js';
import { NoMetrics } from './metrics/no-metrics.js';
import { NotificationMetrics } from './metrics/notification-metrics.js';
import { type NotificationsModuleSettings, SETTINGS } from './notifications-module-options.js';
import { BullWorkQueue } from './queue/bull-work-queue.js';
import { DOORBELL_QUEUE, doorbellQueue } from './queue/doorbell.js';
import { InProcessWorkQueue } from './queue/in-process-work-queue.js';

type Settings = NotificationsModuleSettings;

/**
 * What the settings decide. Whether there is a queue in Redis is known only when they are, so that it is made here;
 * it has the name by which `@InjectQueue('notifications')` finds it, and is null without a Redis.
 */
export const SETTINGS_PROVIDERS: Provider[] = [
  {
    provide: NotificationOptions,
    inject: [SETTINGS],
    useFactory: ({ delivers }: Settings): NotificationOptions => ({ delivers }),
  },
  {
    provide: MailOptions,
    inject: [SETTINGS],
    useFactory: ({ mail: { from } }: Settings): MailOptions => ({ from }),
  },
  {
    provide: NotificationMetrics,
    inject: [SETTINGS],
    useFactory: ({ metrics }: Settings): NotificationMetrics => metrics ?? new NoMetrics(),
  },
  { provide: MailTransport, inject: [SETTINGS], useFactory: ({ mail }: Settings) => mail.transport },
  {
    provide: getQueueToken(DOORBELL_QUEUE),
    inject: [SETTINGS],
    useFactory: ({ redisUrl }: Settings) =>
      redisUrl ? new Bull<DueWork>(DOORBELL_QUEUE, redisUrl, doorbellQueue(redisUrl)) : null,
  },
  {
    provide: WorkQueue,
    inject: [getQueueToken(DOORBELL_QUEUE)],
    useFactory: (queue: Queue<DueWork> | null) =>
      queue ? new BullWorkQueue(queue) : new InProcessWorkQueue(),
  },
];
