import type { Provider } from '@nestjs/common';
import { EventEmitter2 } from '@nestjs/event-emitter';
import { DataSource } from 'typeorm';
import { WebhookEndpoints } from './channels/webhook-endpoints.js';
import { MailSwitch } from './delivery/mail-switch.js';
import { TenantSites } from './delivery/tenant-sites.js';
import { DirectusUsers } from './dialects/directus/users/directus-users.js';
import { Profiles } from './dialects/native/profiles.js';
import { Watchables } from './dialects/native/watchables.js';
import { HostRelations } from './persistence/host-relations.js';
import { Subjects } from './persistence/subjects.js';
import { type HostPort, hostPort } from './ports/host-port.js';

/** Who needs which ports. Those of a part that a host leaves out are asked of nobody. */
const NEEDS: readonly [owner: string, ...ports: HostPort['port'][]][] = [
  ['NotificationsModule', HostRelations, Subjects, MailSwitch, TenantSites],
  ['NativeDialectModule', Profiles, Watchables],
  ['DirectusDialectModule', DirectusUsers],
  ['WebhookChannel', WebhookEndpoints],
];

/** What the host's own modules provide. */
export const PORTS: readonly HostPort[] = NEEDS.flatMap(([owner, ...ports]) =>
  ports.map((port) => hostPort(owner, port)),
);

/** What is asked of each of the module's own ports, so that one that cannot answer is refused before it is asked. */
const MEMBERS: readonly (readonly [port: HostPort['port'], member: string])[] = [
  [HostRelations, 'people'],
  [HostRelations, 'readers'],
  [Subjects, 'find'],
  [MailSwitch, 'turnOff'],
  [TenantSites, 'of'],
];

export const PORTS_CHECK: Provider = {
  provide: 'notifications:ports',
  inject: MEMBERS.map(([port]) => port),
  useFactory: (...made: Readonly<Record<string, unknown>>[]): void => {
    for (const [index, [port, member]] of MEMBERS.entries()) {
      if (made[index]?.[member] !== undefined) continue;
      throw new Error(
        `The port ${port.name} that the host provides has no "${member}": let it extend ${port.name}.`,
      );
    }
  },
};

/** What other libraries' modules provide in the host's root module. */
export const ROOT_PARTS: readonly HostPort[] = [
  {
    port: EventEmitter2,
    missing: 'NotificationsModule needs events: import EventEmitterModule.forRoot() in your root module.',
  },
  {
    port: DataSource,
    missing: 'NotificationsModule needs a database: import TypeOrmModule.forRoot(…) in your root module.',
  },
];
