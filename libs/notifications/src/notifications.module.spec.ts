import { type DynamicModule, Global, Module, type Provider, type Type } from '@nestjs/common';
import { EventEmitterModule } from '@nestjs/event-emitter';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { WebhookChannel } from './channels/webhook-channel.js';
import { MailOptions } from './delivery/mail-options.js';
import { MailSwitch } from './delivery/mail-switch.js';
import { MailTransport } from './delivery/mail-transport.js';
import { TenantSites } from './delivery/tenant-sites.js';
import { DirectusDialectModule } from './dialects/directus/directus-dialect.module.js';
import { DirectusUsers } from './dialects/directus/users/directus-users.js';
import { MondayDialectModule } from './dialects/monday/monday-dialect.module.js';
import { MondayTargets, TRACKER_TARGETS } from './dialects/monday/monday-targets.js';
import { NativeDialectModule } from './dialects/native/native-dialect.module.js';
import { Profiles } from './dialects/native/profiles.js';
import { Watchables } from './dialects/native/watchables.js';
import { ProductiveDialectModule } from './dialects/productive/productive-dialect.module.js';
import { Notifier } from './dispatch/notifier.js';
import { NotificationOptions } from './domain/notification-options.js';
import { WorkQueue } from './domain/work-queue.js';
import { IntakeModule } from './intake/intake.module.js';
import { NotificationsModule } from './notifications.module.js';
import type { NotificationsModuleOptions } from './notifications-module-options.js';
import { HostRelations } from './persistence/host-relations.js';
import { Subjects } from './persistence/subjects.js';
import { InProcessWorkQueue } from './queue/in-process-work-queue.js';
import { FakeMailTransport } from './testing/fake-mail-transport.js';
import { NotificationEvent } from './types/notification-event.js';

/** Nothing here comes so far as to use what the host provides. */
const HOST = { people: 'people', readers: 'readers', find: 'the host', turnOff: 'the host', of: 'the host' };
const provide = (port: unknown): Provider => ({ provide: port as Type, useValue: HOST });
const LIBRARY_PORTS = [HostRelations, Subjects, MailSwitch, TenantSites];
const NATIVE_PORTS = [Profiles, Watchables];
const DIRECTUS_PORTS = [DirectusUsers];
type Dialects = readonly (Type | DynamicModule)[];
const DIALECTS: Dialects = [
  NativeDialectModule,
  DirectusDialectModule,
  MondayDialectModule,
  ProductiveDialectModule,
];
const mail = { from: { name: 'Acme', address: 'no-reply@acme.example' }, transport: new FakeMailTransport() };

/** A host that provides all but one of the ports. */
function hostWithout(missing?: unknown) {
  const ports = [...LIBRARY_PORTS, ...NATIVE_PORTS, ...DIRECTUS_PORTS].filter((port) => port !== missing);
  @Module({ providers: ports.map(provide), exports: ports })
  class Ports {}
  @Global()
  @Module({ providers: [provide(DataSource)], exports: [DataSource] })
  class Database {}
  return {
    ports: Ports,
    root: [
      ...(missing === EventEmitterModule ? [] : [EventEmitterModule.forRoot()]),
      ...(missing === DataSource ? [] : [Database]),
    ],
  };
}

async function start(
  missing?: unknown,
  options: Partial<NotificationsModuleOptions> = {},
  dialects = DIALECTS,
) {
  const { ports, root } = hostWithout(missing);
  const library = NotificationsModule.forRoot({ imports: [ports], delivers: false, mail, ...options });
  return Test.createTestingModule({
    imports: [...root, library, ...dialects, IntakeModule],
  }).compile();
}

test('starts with what it needs, and takes all of it from the host', async () => {
  const app = await start();
  expect(app.get(Notifier)).toBeInstanceOf(Notifier);
  expect(app.get(MailTransport)).toBe(mail.transport);
  expect(app.get(WorkQueue)).toBeInstanceOf(InProcessWorkQueue);
});

test.each([
  ...LIBRARY_PORTS.map((port) => [port, 'NotificationsModule'] as const),
  ...NATIVE_PORTS.map((port) => [port, 'NativeDialectModule'] as const),
  ...DIRECTUS_PORTS.map((port) => [port, 'DirectusDialectModule'] as const),
])('without %p the start fails with a sentence', async (port, owner) => {
  await expect(start(port)).rejects.toThrow(
    `${owner} needs the port ${port.name}: provide and export it in a module that you name in ` +
      'NotificationsModule.forRoot({ imports }).',
  );
});

test("monday's targets are the tracker's subjects, unless the host names its own", async () => {
  const named: MondayTargets = { project: ['book'], post: ['review'] };
  const other = await start(undefined, {}, [MondayDialectModule.with(named)]);

  expect((await start()).get(MondayTargets, { strict: false })).toBe(TRACKER_TARGETS);
  expect(other.get(MondayTargets, { strict: false })).toBe(named);
});

test('a channel of the library needs its port as well', async () => {
  await expect(start(undefined, { channels: [WebhookChannel] })).rejects.toThrow(
    'WebhookChannel needs the port WebhookEndpoints: provide and export it in a module that you name in ' +
      'NotificationsModule.forRoot({ imports }).',
  );
});

test('an event that goes by a channel which is not installed is refused', async () => {
  class InvoicePaid extends NotificationEvent {
    static readonly eventName = 'invoice.paid';
    static readonly voices = { direct: { sentence: { en: 'Paid' } } };
    static readonly channels = ['webhook'];
  }
  await expect(start(undefined, { events: [InvoicePaid] })).rejects.toThrow(
    /^InvoicePaid goes by the channel "webhook", which is not installed/,
  );
});

describe('what is not as it should be is refused in a sentence', () => {
  const FROM = { name: 'Acme', address: 'no-reply@acme.example' };
  const TRANSPORT =
    'settings.mail.transport must be a MailTransport, such as new MailerMailTransport({ url }).';

  test.each<[object, string]>([
    [{ imports: undefined }, "imports must be a list of the host's modules that export its ports."],
    [{ events: [{}] }, 'events.0 must be a class that extends NotificationEvent.'],
    [
      { channels: [new FakeMailTransport()] },
      'channels.0 must be the class of a channel: Nest makes the channel.',
    ],
    [
      { delivers: 'yes' },
      'settings.delivers must be true or false: whether this process fans out and mails.',
    ],
    [
      { mail: undefined },
      'settings.mail must say whom mails come from and how they leave: { from, transport }.',
    ],
    [{ mail: { from: FROM } }, TRANSPORT],
    [{ mail: { from: FROM, transport: {} } }, TRANSPORT],
    [
      { mail: { ...mail, from: 'Acme <no-reply@acme.example>' } },
      "settings.mail.from must be of a mailbox, such as { name: 'Kendo', address: 'no-reply@example.com' }.",
    ],
    [
      { mail: { ...mail, from: { ...FROM, address: 'nonsense' } } },
      "settings.mail.from.address must be of a mailbox, such as { name: 'Kendo', address: 'no-reply@example.com' }.",
    ],
  ])('%j', async (options, sentence) => {
    await expect(start(undefined, options)).rejects.toThrow(`NotificationsModule.forRoot: ${sentence}`);
  });

  test('settings that a factory does not answer', async () => {
    const { ports, root } = hostWithout();
    const useFactory = () => undefined as unknown as NotificationsModuleOptions;
    const library = NotificationsModule.forRootAsync({ imports: [ports], useFactory });
    await expect(Test.createTestingModule({ imports: [...root, library] }).compile()).rejects.toThrow(
      'NotificationsModule.forRoot: settings must be { delivers, mail }, which the factory has to answer.',
    );
  });

  test('a port without its method', async () => {
    const provided = [...LIBRARY_PORTS.slice(0, -1).map(provide), { provide: TenantSites, useValue: {} }];
    @Module({ providers: provided, exports: LIBRARY_PORTS })
    class Ports {}
    await expect(start(undefined, { imports: [Ports] })).rejects.toThrow(
      'The port TenantSites that the host provides has no "of": let it extend TenantSites.',
    );
  });

  test('an event that could not be fanned out', async () => {
    class InvoicePaid extends NotificationEvent {
      static readonly eventName = 'invoice.paid';
      static readonly voices = {};
    }
    await expect(start(undefined, { events: [InvoicePaid] })).rejects.toThrow(
      'The notification event InvoicePaid: voices must have one at least',
    );
  });
});

test('without the event emitter, and without a data source', async () => {
  await expect(start(EventEmitterModule)).rejects.toThrow(
    'NotificationsModule needs events: import EventEmitterModule.forRoot() in your root module.',
  );
  await expect(start(DataSource)).rejects.toThrow(
    'NotificationsModule needs a database: import TypeOrmModule.forRoot(…) in your root module.',
  );
});

test.each([
  'not a url',
  'localhost:6379',
  'http://localhost:6379',
  'redis:6379',
  'redis://',
  'redis://localhost/kendo',
])('a redisUrl that leads to no Redis is refused: %s', async (redisUrl) => {
  await expect(start(undefined, { redisUrl })).rejects.toThrow(
    'The redisUrl of NotificationsModule must be such as redis://redis.example:6379/0, or rediss://….',
  );
});

test('a port hears of the start and the end once, as any provider of the host', async () => {
  const heard: string[] = [];
  class Heedful extends Profiles {
    of = async () => ({});
    onModuleInit = () => heard.push('init');
    onModuleDestroy = () => heard.push('destroy');
  }
  class AlsoHeedful extends MailSwitch {
    turnOff = async () => {};
    onModuleInit = () => heard.push('init');
    onModuleDestroy = () => heard.push('destroy');
  }
  const ports = [...LIBRARY_PORTS, ...NATIVE_PORTS].filter(
    (port) => port !== Profiles && port !== MailSwitch,
  );
  const heedful = [
    { provide: Profiles, useClass: Heedful },
    { provide: MailSwitch, useClass: AlsoHeedful },
  ];
  @Module({ providers: [...ports.map(provide), ...heedful], exports: [...ports, Profiles, MailSwitch] })
  class Ports {}
  const ready = { query: async () => [{ id: 1, missing: [] }], transaction: async () => undefined };
  @Global()
  @Module({ providers: [{ provide: DataSource, useValue: ready }], exports: [DataSource] })
  class Database {}
  const library = NotificationsModule.forRoot({ imports: [Ports], delivers: false, mail });
  const app = await Test.createTestingModule({
    imports: [EventEmitterModule.forRoot(), Database, library, NativeDialectModule],
  }).compile();
  await app.init();
  await app.close();
  expect(heard).toEqual(['init', 'init', 'destroy', 'destroy']);
});

test("a port that the host's own mistake breaks is told as Nest tells it", async () => {
  class NeedsWhatNobodyHas {}
  @Module({
    providers: [
      ...LIBRARY_PORTS.slice(1).map(provide),
      { provide: HostRelations, useFactory: () => ({}), inject: [NeedsWhatNobodyHas] },
    ],
    exports: LIBRARY_PORTS,
  })
  class Broken {}
  const { root } = hostWithout();
  const library = NotificationsModule.forRoot({ imports: [Broken], delivers: false, mail });
  await expect(Test.createTestingModule({ imports: [...root, library] }).compile()).rejects.toThrow(
    /NeedsWhatNobodyHas/,
  );
});

test('settings may come from a factory', async () => {
  class Configuration {
    readonly sender = 'Acme';
  }
  @Module({ providers: [Configuration], exports: [Configuration] })
  class ConfigurationModule {}
  const { ports, root } = hostWithout();
  const library = NotificationsModule.forRootAsync({
    imports: [ports, ConfigurationModule],
    inject: [Configuration],
    useFactory: async ({ sender }: Configuration) => ({
      delivers: true,
      mail: { ...mail, from: { ...mail.from, name: sender } },
    }),
  });
  const app = await Test.createTestingModule({ imports: [...root, library] }).compile();
  expect(app.get(MailOptions)).toEqual({ from: { name: 'Acme', address: 'no-reply@acme.example' } });
  expect(app.get(NotificationOptions)).toEqual({ delivers: true });
});
