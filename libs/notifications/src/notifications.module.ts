import { BullModule, getQueueToken } from '@nestjs/bull';
import { type DynamicModule, Module, type Provider, type Type } from '@nestjs/common';
import type { Queue } from 'bull';
import { MailBatches } from './delivery/mail-batches.js';
import { MailDeliveries } from './delivery/mail-deliveries.js';
import { MailOptions } from './delivery/mail-options.js';
import { MailRenderer } from './delivery/mail-renderer.js';
import { MailTransport } from './delivery/mail-transport.js';
import { MailWorker } from './delivery/mail-worker.js';
import type { Mailbox } from './delivery/mailbox.js';
import { Postman } from './delivery/postman.js';
import { UnsubscribeController } from './delivery/unsubscribe.controller.js';
import { UnsubscribeLinks } from './delivery/unsubscribe-links.js';
import { UnsubscribePage } from './delivery/unsubscribe-page.js';
import { DeadEvents } from './dispatch/dead-events.js';
import { FanOut } from './dispatch/fan-out.js';
import { NotificationDispatcher } from './dispatch/notification-dispatcher.js';
import { Notifier } from './dispatch/notifier.js';
import { ErrorShapes } from './http/error-shapes.js';
import { NotificationOptions } from './domain/notification-options.js';
import { type DueWork, WorkQueue } from './domain/work-queue.js';
import { InboxReader } from './inbox/inbox-reader.js';
import { InboxWriter } from './inbox/inbox-writer.js';
import { ThreadReader } from './inbox/thread-reader.js';
import { UnitOfWork } from './persistence/unit-of-work.js';
import { PreferencesService } from './preferences/preferences.service.js';
import { BullWorkQueue } from './queue/bull-work-queue.js';
import { DOORBELL_QUEUE, doorbellQueue } from './queue/doorbell.js';
import { InProcessWorkQueue } from './queue/in-process-work-queue.js';
import { Sweeper } from './queue/sweeper.js';
import { WorkRunner } from './queue/work-runner.js';
import { EventRegistry } from './types/event-registry.js';
import type { NotificationEventClass } from './types/notification-event.js';
import { WatchingService } from './watching/watching.service.js';

export interface NotificationsModuleOptions {
  /** The host's modules that provide and export its ports. */
  readonly imports: readonly (Type | DynamicModule)[];
  /** Whether this process fans out and mails; a pure web process leaves it to workers. */
  readonly delivers: boolean;
  /** The host's own notification events. */
  readonly events?: readonly NotificationEventClass[];
  /** The doorbell's Redis; without it, it rings in this process alone. */
  readonly redisUrl?: string | undefined;
  readonly mail: { readonly from: Mailbox; readonly transport: MailTransport };
}

/** What the dialects and the host may inject. */
const SHARED = [
  ErrorShapes,
  UnitOfWork,
  Notifier,
  InboxReader,
  InboxWriter,
  ThreadReader,
  WatchingService,
  PreferencesService,
];

/** The module that a host installs once; dialects are modules beside it, each to be left out. */
@Module({})
export class NotificationsModule {
  static forRoot(options: NotificationsModuleOptions): DynamicModule {
    const { events = [], delivers, mail, redisUrl } = options;
    return {
      module: NotificationsModule,
      global: true,
      imports: [...options.imports, ...(redisUrl ? [BullModule.registerQueue(doorbellQueue(redisUrl))] : [])],
      controllers: [UnsubscribeController],
      providers: [
        ...SHARED,
        { provide: EventRegistry, useValue: new EventRegistry(events) },
        { provide: NotificationOptions, useValue: { delivers } satisfies NotificationOptions },
        workQueue(redisUrl),
        Sweeper,
        WorkRunner,
        NotificationDispatcher,
        FanOut,
        DeadEvents,
        { provide: MailOptions, useValue: { from: mail.from } satisfies MailOptions },
        { provide: MailTransport, useValue: mail.transport },
        MailRenderer,
        MailDeliveries,
        MailBatches,
        Postman,
        UnsubscribeLinks,
        UnsubscribePage,
        MailWorker,
      ],
      exports: [...SHARED, EventRegistry, ...options.imports],
    };
  }
}

function workQueue(redisUrl: string | undefined): Provider {
  if (!redisUrl) return { provide: WorkQueue, useClass: InProcessWorkQueue };
  return {
    provide: WorkQueue,
    useFactory: (queue: Queue<DueWork>) => new BullWorkQueue(queue),
    inject: [getQueueToken(DOORBELL_QUEUE)],
  };
}
