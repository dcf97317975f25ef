import {
  HostRelations,
  MailSwitch,
  NotificationsModule,
  type NotificationsModuleOptions,
  Subjects,
  TenantSites,
} from '@kendo/notifications';
import { FakeMailTransport } from '@kendo/notifications/testing';
import { type INestApplicationContext, Module, type Provider } from '@nestjs/common';
import { EventEmitterModule } from '@nestjs/event-emitter';
import { Test } from '@nestjs/testing';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Client } from 'pg';
import type { Database } from './database.ts';

export const ACME = { tenantId: 1 };
export const GLOBEX = { tenantId: 2 };
/** Of acme; each has a namesake in globex, 100 further on. */
export const [ALICE, BOB, CAROL] = [1, 2, 3] as const;

const SITE = { name: 'Small', url: 'https://small.example', colour: '#2f6f4f' };

/** A host with nothing but people, in this very process. */
export interface SmallHost {
  readonly app: INestApplicationContext;
  readonly mail: FakeMailTransport;
  readonly admin: Client;
}

interface Parts extends Partial<Pick<NotificationsModuleOptions, 'events' | 'channels'>> {
  /** Listeners, and what channels need. */
  readonly providers?: readonly Provider[];
}

export async function startSmallHost(database: Database, parts: Parts = {}): Promise<SmallHost> {
  const admin = await database.admin();
  await createPeople(admin);
  const mail = new FakeMailTransport();
  const library = NotificationsModule.forRoot({
    imports: [portsModule(parts.providers ?? [])],
    delivers: true,
    mail: { from: { name: 'Small', address: 'no-reply@small.example' }, transport: mail },
    ...parts,
  });
  const data = TypeOrmModule.forRoot({
    type: 'postgres',
    url: database.url,
    parseInt8: true,
    installExtensions: false,
  });
  const testing = await Test.createTestingModule({
    imports: [data, EventEmitterModule.forRoot(), library],
  }).compile();
  return { app: await testing.init(), mail, admin };
}

function portsModule(providers: readonly Provider[]) {
  const ports: Provider[] = [
    { provide: HostRelations, useValue: { people: 'people', readers: 'nobody_reads' } },
    { provide: Subjects, useValue: { find: async () => [] } },
    { provide: MailSwitch, useValue: { turnOff: async () => undefined } },
    { provide: TenantSites, useValue: { of: async () => SITE } },
    ...providers,
  ];
  @Module({ providers: ports, exports: ports })
  class Ports {}
  return Ports;
}

async function createPeople(admin: Client): Promise<void> {
  await admin.query(`
    CREATE TABLE people (tenant_id bigint, id bigint, first_name text, last_name text, profile_picture text,
      email text, locale text, timezone text, email_notifications boolean, PRIMARY KEY (tenant_id, id));
    INSERT INTO people
    SELECT tenant, id + 100 * (tenant - 1), name, 'Smith', NULL, lower(name) || '@tenant' || tenant || '.example', 'en',
      'UTC', true
    FROM generate_series(1, 2) AS tenant,
      (VALUES (${ALICE}, 'Alice'), (${BOB}, 'Bob'), (${CAROL}, 'Carol')) AS person(id, name);
    CREATE VIEW nobody_reads AS SELECT 0::bigint AS tenant_id, ''::text AS gate_type, 0::bigint AS gate_id,
      0::bigint AS user_id WHERE false;
    GRANT SELECT ON people, nobody_reads TO kendo_tenant;`);
}
