import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { DatabaseCheck } from '../../../libs/notifications/src/persistence/database-check.js';
import { UnitOfWork } from '../../../libs/notifications/src/persistence/unit-of-work.js';
import { createDatabase, type Database } from '../../support/postgres/database.ts';

/** What a host's first start meets when a step was left out. */
describe('a start on a database that is not ready', () => {
  let database: Database;

  beforeAll(async () => {
    database = await createDatabase();
  });
  afterAll(() => database?.drop());

  const HOST = { people: 'users', readers: 'notification_readers' };

  async function check(url = database.url, { parseInt8 = true, host = HOST } = {}): Promise<void> {
    const dataSource = new DataSource({ type: 'postgres', url, parseInt8, installExtensions: false });
    await dataSource.initialize();
    try {
      await new DatabaseCheck(dataSource, new UnitOfWork(dataSource), host).onModuleInit();
    } finally {
      await dataSource.destroy();
    }
  }

  test('passes where the migrations have run and the login may take the role', async () => {
    await expect(check()).resolves.toBeUndefined();
  });

  test('names the option without which ids would be text', async () => {
    await expect(check(database.url, { parseInt8: false })).rejects.toThrow(
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

  const READS_PEOPLE =
    'It reads tenant_id, id, first_name, last_name, profile_picture, email, locale, timezone, email_notifications, ' +
    'as the role kendo_tenant, which needs GRANT SELECT.';

  test.each([
    ['a name that nothing has', 'persons', 'relation "persons" does not exist'],
    ['a relation without a switch', 'issues', 'column "first_name" does not exist'],
    ['the other relation', 'notification_readers', 'column "id" does not exist'],
    ['no name', '', 'syntax error at or near "LIMIT"'],
  ])('names what the people lack: %s', async (_, people, problem) => {
    await expect(check(database.url, { host: { ...HOST, people } })).rejects.toThrow(
      `NotificationsModule cannot read HostRelations.people, "${people}": ${problem}. ${READS_PEOPLE}`,
    );
  });

  test('and the relation that the role may not read', async () => {
    const admin = await database.admin();
    await admin.query('CREATE TABLE secret (tenant_id int, gate_type text, gate_id int, user_id int)');
    await expect(check(database.url, { host: { ...HOST, readers: 'secret' } })).rejects.toThrow(
      'NotificationsModule cannot read HostRelations.readers, "secret": permission denied for table secret. It reads ' +
        'tenant_id, gate_type, gate_id, user_id, as the role kendo_tenant, which needs GRANT SELECT.',
    );
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
