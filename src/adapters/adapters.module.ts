import { HostRelations, MailSwitch, Subjects, TenantSites } from '@kendo/notifications';
import { DirectusUsers } from '@kendo/notifications/directus';
import { Profiles, Watchables } from '@kendo/notifications/native';
import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AccountDirectusUsers } from './account-directus-users.js';
import { AccountMailSwitch } from './account-mail-switch.js';
import { AccountProfiles } from './account-profiles.js';
import { TenantSubdomains } from './tenant-subdomains.js';
import { TrackerRelations } from './tracker-relations.js';
import { TrackerSubjects } from './tracker-subjects.js';
import { TrackerWatchables } from './tracker-watchables.js';

const PORTS = [
  { provide: HostRelations, useClass: TrackerRelations },
  { provide: Watchables, useClass: TrackerWatchables },
  { provide: Subjects, useClass: TrackerSubjects },
  { provide: DirectusUsers, useClass: AccountDirectusUsers },
  { provide: Profiles, useClass: AccountProfiles },
  { provide: MailSwitch, useClass: AccountMailSwitch },
  { provide: TenantSites, useClass: TenantSubdomains },
];

/** What this host gives the notifications library: its people, its tracker, its tenants. */
@Module({
  imports: [AccountsModule],
  providers: PORTS,
  exports: PORTS.map(({ provide }) => provide),
})
export class AdaptersModule {}
