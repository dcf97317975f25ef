import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { DatabaseCheck } from '../../../libs/notifications/src/persistence/database-check.js';
import { createDatabase, type Database } from '../../support/postgres/database.ts';

/** What a host's first start meets when a step was left out. */
describe('a start on a database that is not ready', () => {
  let database: Database;

  beforeAll(async () => {
    database = await createDatabase();
  });
  afterAll(() => database?.drop());

  async function check(url = database.url, parseInt8 = true): Promise<void> {
    const dataSource = new DataSource({ type: 'postgres', url, parseInt8, installExtensions: false });
    await dataSource.initialize();
    try {
      await new DatabaseCheck(dataSource).onModuleInit();
    } finally {
      await dataSource.destroy();
    }
  }

  test('passes where the migrations have run and the login may take the role', async () => {
    await expect(check()).resolves.toBeUndefined();
  });

  test('names the option without which ids would be text', async () => {
    await expect(check(database.url, false)).rejects.toThrow(
      'NotificationsModule needs ids to be numbers: set parseInt8: true in the options of your data source.',
    );
  });

  test('names the login that cannot take the role, and what lets it', async () => {
    const admin = await database.admin();
    const login = `stranger_${randomBytes(4).toString('hex')}`;
    await admin.query(`CREATE ROLE ${login} LOGIN PASSWORD 'secret'`);
    const url = Object.assign(new URL(database.url), { username: login, password: 'secret' });
    await expect(check(url.href)).rejects.toThrow(
      `NotificationsModule works as the role kendo_tenant, which the login "${login}" cannot take: ` +
        `let the owner of the tables run GRANT kendo_tenant TO "${login}".`,
    );
    await admin.query(`DROP ROLE ${login}`);
  });

  test('names what the migrations would have made', async () => {
    const admin = await database.admin();
    await admin.query('DROP TABLE channel_deliveries');
    await expect(check()).rejects.toThrow(
      'NotificationsModule lacks channel_deliveries in the database: add NOTIFICATION_MIGRATIONS to the migrations ' +
        'of your data source, and run them.',
    );
    await admin.query('DROP FUNCTION notification_due_work()');
    await admin.query('DROP TABLE notification_events, mail_deliveries CASCADE');
    await expect(check()).rejects.toThrow(
      /lacks notification_events, mail_deliveries, notification_due_work\(\), channel_deliveries in the database/,
    );
  });
});
