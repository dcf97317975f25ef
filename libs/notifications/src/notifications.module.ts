import { type DynamicModule, Module } from '@nestjs/common';
import { Announcer } from './announcing/announcer.js';
import { DeadLetters } from './delivery/dead-letters.js';
import { MailBatches } from './delivery/mail-batches.js';
import { MailRenderer } from './delivery/mail-renderer.js';
import { MailWorker } from './delivery/mail-worker.js';
import { Postman } from './delivery/postman.js';
import { UnsubscribeController } from './delivery/unsubscribe.controller.js';
import { UnsubscribeLinks } from './delivery/unsubscribe-links.js';
import { UnsubscribePage } from './delivery/unsubscribe-page.js';
import { DeadEvents } from './dispatch/dead-events.js';
import { FanOut } from './dispatch/fan-out.js';
import { NotificationDispatcher } from './dispatch/notification-dispatcher.js';
import { Notifier } from './dispatch/notifier.js';
import { ErrorShapes } from './http/error-shapes.js';
import { TokenPlaces } from './http/token-places.js';
import { PeopleByUuid } from './inbox/people-by-uuid.js';
import { ReadableSubjects } from './inbox/readable-subjects.js';
import { RowWriter } from './inbox/rewriting/row-writer.js';
import { RowsOfEvents } from './inbox/rows-of-events.js';
import { RowReader } from './inbox/query/row-reader.js';
import { InboxReader } from './inbox/inbox-reader.js';
import { InboxWriter } from './inbox/inbox-writer.js';
import { PersonReader } from './inbox/person-reader.js';
import { ThreadReader } from './inbox/thread-reader.js';
import { requireParts, requireSettings } from './notifications-module-checks.js';
import { channelProviders } from './notifications-module-channels.js';
import {
  type NotificationsModuleAsyncOptions,
  type NotificationsModuleOptions,
  SETTINGS,
} from './notifications-module-options.js';
import { PORTS, PORTS_CHECK, ROOT_PARTS } from './notifications-module-ports.js';
import { SETTINGS_PROVIDERS } from './notifications-module-settings.js';
import { PeopleService } from './people/people.service.js';
import { DatabaseCheck } from './persistence/database-check.js';
import { Readers } from './persistence/readers.js';
import { WholeThreadReader } from './inbox/whole-thread-reader.js';
import { Backlog } from './metrics/backlog.js';
import { UnitOfWork } from './persistence/unit-of-work.js';
import { MissingPorts } from './ports/missing-ports.js';
import { RootParts } from './ports/root-parts.js';
import { PreferencesService } from './preferences/preferences.service.js';
import { Sweeper } from './queue/sweeper.js';
import { WorkRunner } from './queue/work-runner.js';
import { EventRegistry } from './types/event-registry.js';
import { WatchingService } from './watching/watching.service.js';

/** What the dialects and the host may inject. */
const SHARED = [
  ErrorShapes,
  TokenPlaces,
  UnitOfWork,
  Notifier,
  Readers,
  InboxReader,
  InboxWriter,
  PersonReader,
  ThreadReader,
  WholeThreadReader,
  RowReader,
  RowWriter,
  RowsOfEvents,
  PeopleByUuid,
  ReadableSubjects,
  WatchingService,
  PreferencesService,
  PeopleService,
  DeadEvents,
  DeadLetters,
  Backlog,
];

/** The module that a host installs once; dialects are modules beside it, each to be left out. */
@Module({})
export class NotificationsModule {
  static forRoot(options: NotificationsModuleOptions): DynamicModule {
    return NotificationsModule.forRootAsync({ ...options, useFactory: () => options });
  }

  /** For settings that a factory brings; what makes up the modules has to stand beside it. */
  static forRootAsync(options: NotificationsModuleAsyncOptions): DynamicModule {
    requireParts(options);
    const { events = [], channels = [], inject = [], useFactory } = options;
    const imports = [...options.imports, MissingPorts.of(PORTS)];
    return {
      module: NotificationsModule,
      global: true,
      imports: [...imports, RootParts.of(ROOT_PARTS)],
      controllers: [UnsubscribeController],
      providers: [
        ...SHARED,
        ...RootParts.providers(ROOT_PARTS),
        {
          provide: SETTINGS,
          inject,
          useFactory: async (...made: unknown[]) => requireSettings(await useFactory(...made)),
        },
        PORTS_CHECK,
        ...SETTINGS_PROVIDERS,
        { provide: EventRegistry, useValue: new EventRegistry(events) },
        ...channelProviders(channels),
        DatabaseCheck,
        FanOut,
        Sweeper,
        WorkRunner,
        NotificationDispatcher,
        Announcer,
        MailRenderer,
        MailBatches,
        Postman,
        UnsubscribeLinks,
        UnsubscribePage,
        MailWorker,
      ],
      exports: [...SHARED, EventRegistry, ...imports],
    };
  }
}
