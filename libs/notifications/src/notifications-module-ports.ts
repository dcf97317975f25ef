import { EventEmitter2 } from '@nestjs/event-emitter';
import { DataSource } from 'typeorm';
import { MailSwitch } from './delivery/mail-switch.js';
import { TenantSites } from './delivery/tenant-sites.js';
import { HostRelations } from './persistence/host-relations.js';
import { Subjects } from './persistence/subjects.js';
import { type HostPort, hostPort } from './ports/host-port.js';

/** What the module cannot start without, of the host's own modules and of its root module. */
export const PORTS: readonly HostPort[] = [HostRelations, Subjects, MailSwitch, TenantSites].map((port) =>
  hostPort('NotificationsModule', port),
);

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
