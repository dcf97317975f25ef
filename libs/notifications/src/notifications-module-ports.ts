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
