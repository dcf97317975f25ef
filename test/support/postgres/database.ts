import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { handedOver } from '../handoff.ts';
import { asAdmin } from './admin.ts';
import { urlAs } from './template-database.ts';

/** A test file's own database on real PostgreSQL. */
export interface Database {
  /** The login that the product uses: neither owner nor superuser. */
  readonly url: string;
  /** The login that migrates and owns the tables. */
  readonly ownerUrl: string;
  /** A superuser's connection to this database, closed when the file is done. */
  admin(): Promise<Client>;
  drop(): Promise<void>;
}

/** With the product's schema, or with none at all. */
export async function createDatabase({ migrated = true } = {}): Promise<Database> {
  const server = handedOver('KENDO_TEST_POSTGRES');
  const { adminUrl, template, owner, app } = server;
  const name = `${template}_${randomBytes(4).toString('hex')}`;
  await asAdmin(adminUrl, (admin) =>
    admin.query(`CREATE DATABASE ${name} TEMPLATE ${migrated ? template : 'template0'} OWNER ${owner.name}`),
  );
  const clients: Client[] = [];
  return {
    url: urlAs(server, app, name),
    ownerUrl: urlAs(server, owner, name),
    async admin() {
      const url = new URL(adminUrl);
      url.pathname = name;
      const client = new Client({ connectionString: url.href });
      clients.push(client);
      await client.connect();
      return client;
    },
    async drop() {
      await Promise.all(clients.map((client) => client.end()));
      await asAdmin(adminUrl, (admin) => admin.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}
