import { Client, type Client as Admin } from 'pg';
import { type Colleague, hire, makeRole } from '../support/colleague.ts';
import { eventually } from '../support/eventually.ts';
import type { Answer } from '../support/http-client.ts';
import { startKendo, type Kendo } from '../support/kendo.ts';
import { Gate } from '../support/postgres/gate.ts';
import { Scene } from '../support/scene.ts';

const ROWS = 2_000;

/** What admins do at the same moment; and that nothing is left of who is deleted. */
describe('administration', () => {
  let kendo: Kendo;
  let scene: Scene;
  let admin: Admin;

  beforeAll(async () => {
    kendo = await startKendo({ expectedErrors: /comments_tenant_id_author_id_fkey/ });
    scene = new Scene(kendo);
    admin = await kendo.database.admin();
  });
  afterAll(() => kendo?.stop());

  const alice = () => kendo.as('alice');
  const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status);

  test('who asks for one handle at the same moment: one gets it', async () => {
    const heidi = { handle: 'heidi', first_name: 'H', last_name: 'I', role: 'viewer' };
    const answers = await Promise.all(
      [1, 2, 3, 4].map((n) => alice().post('/api/users', { ...heidi, email: `heidi${n}@acme.example` })),
    );

    expect(statuses(answers).sort()).toEqual([201, 422, 422, 422]);
  });

  test('the audit can be added to, and nothing else', async () => {
    const login = new Client({ connectionString: kendo.database.url });
    await login.connect();
    for (const sql of ['UPDATE audit_entries SET action = action', 'DELETE FROM audit_entries']) {
      await login.query('BEGIN');
      await login.query(`SELECT set_config('role', 'kendo_tenant', true)`);
      await expect(login.query(sql)).rejects.toThrow(/permission denied/);
      await login.query('ROLLBACK');
    }
    await login.end();
  });

  test('what is under way of somebody who is deleted is refused, and can be asked again', async () => {
    const frank = await hire(kendo, 'member');
    await alice().post(`/api/projects/${scene.project.id}/members`, { user_id: frank.id });
    const issue = await scene.issue('alice');
    const comment = () =>
      frank.client.post(`/api/projects/${scene.project.id}/issues/${issue.key}/comments`, { body: 'Late' });
    const gate = await Gate.shutAt(admin, 'BEFORE INSERT ON comments');
    const late = comment();
    await gate.reached();

    expect((await alice().delete(`/api/users/${frank.id}`)).status).toBe(204);
    await gate.open();
    const { status, headers } = await late;
    expect([status, headers['retry-after']]).toEqual([503, '1']);
    expect((await comment()).status).toBe(401);
  });

  test('of somebody who is deleted nothing is left, and all of everybody else', async () => {
    const { id } = await hire(kendo, 'viewer');
    await fillInboxOf(id);
    const before = await rowsOf('<>', id);
    expect(await rowsOf('=', id)).toMatchObject({
      notifications: ROWS,
      mail_deliveries: ROWS + 1,
      channel_deliveries: 1,
    });

    expect((await alice().delete(`/api/users/${id}`)).status).toBe(204);
    const none = Object.fromEntries(Object.keys(OWNED_BY).map((table) => [table, 0]));
    expect(await rowsOf('=', id)).toEqual(none);
    expect(await rowsOf('<>', id)).toEqual(before);
    const { rowCount } = await admin.query(
      'SELECT FROM notification_events WHERE rewritten_for BETWEEN 10000000 AND 19999999',
    );
    expect(rowCount).toBe(0);
  });

  test('nor of somebody who is deleted while a fan-out is about to reach them', async () => {
    const { id } = await hire(kendo, 'viewer');
    const gate = await Gate.shutAt(admin, 'BEFORE INSERT ON notifications', `NEW.recipient_id = ${id}`);
    const event = { type: 'farewell.said', message: 'Farewell', recipients: [id, scene.idOf('bob')] };
    await kendo.asService().post('/api/events', event);
    await gate.reached();
    const deletion = alice().delete(`/api/users/${id}`);
    await waiting(2);
    await gate.open();

    expect((await deletion).status).toBe(204);
    const { notifications, notification_threads, mail_deliveries } = await rowsOf('=', id);
    expect([notifications, notification_threads, mail_deliveries]).toEqual([0, 0, 0]);
  });

  test('nor of somebody who is deleted while a row of another is given to them', async () => {
    const { id, client } = await hire(kendo, 'viewer');
    const { body: me } = await client.get<{ data: { id: string } }>('/users/me');
    const { rows } = await admin.query<{ id: string }>(
      'SELECT id FROM notifications WHERE recipient_id = $1 LIMIT 1',
      [scene.idOf('bob')],
    );
    const gate = await Gate.shutAt(admin, 'BEFORE UPDATE ON notifications', `NEW.recipient_id = ${id}`);
    const gift = alice().patch(`/notifications/${rows[0]?.id}`, { recipient: me.data.id });
    await gate.reached();
    const deletion = alice().delete(`/api/users/${id}`);
    await waiting(2);
    await gate.open();

    expect(statuses([await gift, await deletion])).toEqual([200, 204]);
    const { notifications, notification_threads, notification_heads } = await rowsOf('=', id);
    expect([notifications, notification_threads, notification_heads]).toEqual([0, 0, 0]);
  });

  describe('the last two admins', () => {
    let first: Colleague;
    let second: Colleague;

    /** Two of them, each by a role of their own, and nobody else. */
    beforeEach(async () => {
      await admin.query(`UPDATE users SET role_id = (SELECT id FROM roles r WHERE r.tenant_id = users.tenant_id
        AND r.name = 'admin') WHERE handle = 'alice'`);
      first = await hireAdmin();
      second = await hireAdmin();
      await admin.query(
        `UPDATE users SET role_id = (SELECT id FROM roles r WHERE r.tenant_id = users.tenant_id
        AND r.name = 'member') WHERE tenant_id = $1 AND id NOT IN ($2, $3)`,
        [tenantId(), first.id, second.id],
      );
    });

    test('delete one another at the same moment: one of them stays', async () => {
      const gate = await Gate.shutAt(admin, 'AFTER DELETE ON users', 'OLD.id > 0');
      const both = Promise.all([
        first.client.delete(`/api/users/${second.id}`),
        second.client.delete(`/api/users/${first.id}`),
      ]);
      await waiting(2);
      await gate.open();

      expect(statuses(await both).sort()).toEqual([204, 403]);
      expect(await admins()).toBe(1);
    });

    test('resign at the same moment, one by themselves and one by their role: one of them stays', async () => {
      const { role_id: role } = (await first.client.get<{ role_id: number }>(`/api/users/${second.id}`)).body;
      const gate = await Gate.shutAt(admin, 'AFTER UPDATE ON users', `NEW.id = ${first.id}`);
      const leaves = first.client.patch(`/api/users/${first.id}`, { role: 'member' });
      await waiting(1);
      const gives = second.client.patch(`/api/roles/${role}`, { admin: false });
      await waiting(2);
      await gate.open();

      expect(statuses(await Promise.all([leaves, gives])).sort()).toEqual([200, 422]);
      expect(await admins()).toBe(1);
    });
  });

  const tenantId = () => kendo.demo.tenants[0]?.id;

  async function hireAdmin(): Promise<Colleague> {
    const name = `admins ${Math.random()}`;
    await makeRole(kendo, name, { admin: true });
    return hire(kendo, name);
  }

  async function admins(): Promise<number> {
    const { rows } = await admin.query<{ count: number }>(
      `SELECT count(*)::int FROM users u JOIN roles r ON r.tenant_id = u.tenant_id AND r.id = u.role_id
       WHERE u.tenant_id = $1 AND r.admin`,
      [tenantId()],
    );
    return rows[0]?.count ?? 0;
  }

  /** One before the gate, and the second for its turn; or both before the gate, were there no turns. */
  async function waiting(count: number): Promise<void> {
    await eventually(async () => {
      const { rowCount } = await admin.query(
        `SELECT FROM pg_locks l JOIN pg_database d ON d.oid = l.database
         WHERE l.locktype = 'advisory' AND NOT l.granted AND d.datname = current_database()`,
      );
      expect(rowCount).toBe(count);
    });
  }

  const OWNED_BY = {
    notifications: 'recipient_id',
    notification_threads: 'recipient_id',
    notification_heads: 'recipient_id',
    deleted_notifications: 'recipient_id',
    mail_deliveries: 'recipient_id',
    channel_deliveries: 'recipient_id',
    issue_watchers: 'user_id',
    report_watchers: 'user_id',
    notification_preferences: 'user_id',
    access_tokens: 'user_id',
  };

  async function rowsOf(operator: '=' | '<>', id: number): Promise<Record<string, number>> {
    const counts = Object.entries(OWNED_BY).map(
      ([table, owner]) => `(SELECT count(*)::int FROM ${table} WHERE ${owner} ${operator} $1) AS ${table}`,
    );
    const { rows } = await admin.query<Record<string, number>>(`SELECT ${counts.join(', ')}`, [id]);
    return rows[0] ?? {};
  }

  /** Something in every table; of the mail, half is finished, and a hundredth of that has lost its row, as one that waits. */
  async function fillInboxOf(id: number): Promise<void> {
    const statements = [
      `INSERT INTO notification_threads (tenant_id, recipient_id, target_type, target_id, important, mention,
         last_event_id, last_action_at)
       SELECT $1, $2, 'issue', i, false, false, i, now() FROM generate_series(1, 100) i`,
      `INSERT INTO notifications (tenant_id, id, event_id, recipient_id, thread_id, type, reason, archived_at)
       SELECT $1, 10000000 + i, i, $2, 1, 2, 'watching', CASE WHEN i % 10 > 0 THEN now() END
       FROM generate_series(1, ${ROWS}) i`,
      `INSERT INTO mail_deliveries (tenant_id, notification_id, event_id, recipient_id, thread_id, reason, state, due_at)
       SELECT $1, 10000000 + i + CASE WHEN i % 200 = 0 THEN 1000000 ELSE 0 END, i, $2, 1, 'watching',
         CASE WHEN i % 2 = 0 THEN 1 ELSE 0 END, 'infinity'
       FROM generate_series(1, ${ROWS}) i`,
      `INSERT INTO channel_deliveries (tenant_id, notification_id, channel, event_id, recipient_id, thread_id, reason, due_at)
       VALUES ($1, 10000001, 'webhook', 1, $2, 1, 'watching', 'infinity')`,
      'INSERT INTO deleted_notifications (tenant_id, recipient_id, id) VALUES ($1, $2, 1)',
      `INSERT INTO mail_deliveries (tenant_id, notification_id, event_id, recipient_id, thread_id, reason, due_at)
       VALUES ($1, 1, 1, $2, 1, 'watching', 'infinity')`,
      `WITH own AS (
         INSERT INTO notification_events (tenant_id, id, name, messages, params, state, rewritten_for)
         VALUES ($1, 10000001, 'direct', '{}', '{}', 1, 10000001) RETURNING id)
       UPDATE notifications SET event_id = own.id FROM own WHERE notifications.id = 10000001 AND recipient_id = $2`,
      'INSERT INTO notification_heads (tenant_id, recipient_id, version) VALUES ($1, $2, 1)',
      'INSERT INTO issue_watchers (tenant_id, issue_id, project_id, user_id) VALUES ($1, 1, 1, $2)',
      'INSERT INTO report_watchers (tenant_id, project_id, user_id) VALUES ($1, 1, $2)',
      'INSERT INTO notification_preferences (tenant_id, user_id) VALUES ($1, $2)',
    ];
    for (const statement of statements) await admin.query(statement, [tenantId(), id]);
  }
});
