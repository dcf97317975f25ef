import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client as DatabaseClient } from 'pg';
import { eventually } from '../../support/eventually.ts';
import { installExample } from '../../support/example.ts';
import { HookServer } from '../../support/hook-server.ts';
import { Client } from '../../support/http-client.ts';
import { capturedMails } from '../../support/mail/capture-folder.ts';
import { createDatabase, type Database } from '../../support/postgres/database.ts';
import { Child } from '../../support/process/child.ts';
import { freePort } from '../../support/process/free-port.ts';
import type { TemporaryFolder } from '../../support/process/temporary-folder.ts';
import { emptyRedisDatabase } from '../../support/redis-database.ts';

interface Row {
  readonly message: string;
  readonly reason: string;
  readonly type: number;
}

const [ALICE, BOB] = ['1', '2'];

/** `examples/invoices`, as somebody finds it who has nothing but the package. */
describe('the example host, with the packed library installed in it', () => {
  let folder: TemporaryFolder;
  let database: Database;
  let admin: DatabaseClient;
  let host: Child;
  let hooks: HookServer;
  let port: number;
  let env: Record<string, string | undefined>;

  beforeAll(async () => {
    [folder, database, port] = await Promise.all([
      installExample(),
      createDatabase({ migrated: false }),
      freePort(),
    ]);
    hooks = await HookServer.start();
    const { PATH } = process.env;
    env = { PATH, DATABASE_URL: database.url, PORT: String(port), REDIS_URL: await emptyRedisDatabase() };
    const migrating = { ...env, MIGRATE_DATABASE_URL: database.ownerUrl };
    host = new Child(process.execPath, ['dist/main.js'], { cwd: folder.path, env: migrating });
    await host.comesUp(() => as(ALICE).get('/api/notifications'), 30_000);
    admin = await database.admin();
    const login = new DatabaseClient({ connectionString: database.url });
    await login.connect();
    await login.query(await readFile(join(folder.path, 'seed.sql'), 'utf8'));
    await login.end();
    await admin.query(`
      INSERT INTO people (tenant_id, id, first_name, email) VALUES (2, 3, 'Zoe', 'zoe@globex.example');
      INSERT INTO invoices (tenant_id, id, number, amount, customer_id) VALUES (2, 3, '2026-003', '€ 10', 3)`);
  }, 60_000);
  afterAll(async () => {
    hooks?.stop();
    await host?.kill('SIGTERM');
    await database?.drop();
    await folder?.remove();
  });

  const as = (person: string, tenant = 'acme') =>
    new Client(port, `${tenant}.localhost`, { 'x-user': person });
  const inbox = async (person: string, tenant?: string) =>
    (await as(person, tenant).get<Row[]>('/api/notifications')).body;
  const mails = () => capturedMails(join(folder.path, 'mail'));

  test('paying an invoice tells its customer, in the inbox and by mail, in their language', async () => {
    const { status, body } = await as(ALICE).post('/api/invoices/2/pay');
    expect([status, body]).toMatchObject([201, { number: '2026-002', paid: true }]);
    await eventually(async () =>
      expect(await inbox(BOB)).toMatchObject([
        { message: 'Invoice 2026-002 is paid: € 80', reason: 'direct', type: 8 },
      ]),
    );
    const [mail, ...others] = await eventually(async () => {
      const found = await mails();
      return found.length > 0 && found;
    });
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: ['bob@acme.example'], subject: 'Factuur 2026-002: € 80 betaald' });
    expect(mail?.text).toContain(`http://acme.localhost:${port}/invoices/2`);
    expect([await inbox(ALICE), await inbox('3', 'globex')]).toEqual([[], []]);
  });

  test('paying it twice tells it once', async () => {
    await as(ALICE).post('/api/invoices/1/pay');
    await as(ALICE).post('/api/invoices/1/pay');
    await eventually(async () => expect(await inbox(ALICE)).toHaveLength(1));
    const { rows } = await admin.query(`SELECT FROM notification_events WHERE key = 'invoice.paid:1'`);
    expect(rows).toHaveLength(1);
  });

  test("what is not there, or another tenant's, is paid by nobody", async () => {
    for (const id of [99, 3]) {
      const { status, body } = await as(ALICE).post(`/api/invoices/${id}/pay`);
      expect([status, body]).toEqual([404, { message: 'Not found.' }]);
    }
  });

  test('a webhook that was under way when its host was killed comes again, with the same id', async () => {
    /* It would take the delivery up as well, and does not know its event. */
    expect(await host.kill('SIGTERM')).toEqual({ code: null, signal: 'SIGTERM' });
    await cp('test/support/webhook-host.js', join(folder.path, 'webhook-host.js'));
    const secret = `whsec_${Buffer.alloc(32, 'k').toString('base64')}`;
    const start = (settings: Record<string, string> = {}) =>
      new Child(process.execPath, ['webhook-host.js'], {
        cwd: folder.path,
        env: { ...env, HOOK_URL: hooks.url, HOOK_SECRET: secret, ...settings },
      });
    hooks.answers.push(null);
    const killed = start({ PAYS: JSON.stringify({ id: 7, number: '2026-007', amount: '€ 7' }) });
    await eventually(() => expect(hooks.calls).toHaveLength(1), { within: 20_000 });
    await killed.kill('SIGKILL');

    const next = start();
    /* As when its lease has run out. */
    await admin.query('UPDATE channel_deliveries SET due_at = now() WHERE state = 0');
    await eventually(
      async () => {
        const { rows } = await admin.query('SELECT state::int, attempts::int FROM channel_deliveries');
        expect(rows).toEqual([{ state: 1, attempts: 1 }]);
      },
      { within: 20_000 },
    );
    await next.kill('SIGTERM');
    const ids = hooks.calls.map(({ headers }) => headers['webhook-id']);
    expect(ids).toEqual([expect.stringMatching(/^webhook-1-\d+$/), ids[0]]);
    const { rows } = await admin.query(`SELECT FROM notifications WHERE event_id = (
      SELECT id FROM notification_events WHERE name = 'invoice.paid-by-hook')`);
    expect(rows).toHaveLength(1);
  });
});
