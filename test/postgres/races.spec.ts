import { userOf } from '../support/demo.ts';
import { eventually } from '../support/eventually.ts';
import { startKendo, type Kendo } from '../support/kendo.ts';
import { Scene, type Issue, type Notification } from '../support/scene.ts';

/** One person, several tabs: the same things done at the same time. */
describe('races of one person', () => {
  let kendo: Kendo;
  let scene: Scene;
  let issue: Issue;

  beforeAll(async () => {
    kendo = await startKendo();
    scene = new Scene(kendo);
    issue = await scene.issue('alice');
  });
  afterAll(() => kendo?.stop());

  const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status);

  test('changes of all, of some and of a thread neither deadlock nor fail', async () => {
    const events = Array.from({ length: 500 }, (_, index) => ({
      type: 'race.run',
      message: `Lap ${index}`,
      subject: { type: 'race', id: 1, title: 'The race' },
      recipients: [scene.idOf('bob')],
    }));
    expect((await kendo.asService().post('/api/events', events)).status).toBe(202);
    const bob = kendo.as('bob');
    const page = async () => (await bob.get<Notification[]>('/api/notifications?limit=200')).body;
    await eventually(async () => (await page()).length === 200);
    const rows = await page();
    const notification_ids = rows.map(({ id }) => id);
    const thread = `/api/v2/notifications/${rows[0]?.thread_id}`;

    for (let round = 0; round < 5; round += 1) {
      const answers = await Promise.all([
        bob.post('/api/notifications/read-all'),
        bob.post('/api/notifications/bulk-unread', { notification_ids }),
        bob.post('/api/notifications/bulk-archive', { notification_ids }),
        bob.post('/api/notifications/seen'),
        bob.post('/api/notifications/bulk-unarchive', { notification_ids }),
        bob.patch(`${thread}/dismiss`),
        bob.patch(`${thread}/undismiss`),
      ]);
      expect(statuses(answers)).toEqual([204, 204, 204, 204, 204, 200, 200]);
    }
  });

  test('rows that several rewrite at once are rewritten by each, and have one event of their own', async () => {
    const [alice, bob] = [kendo.as('alice'), kendo.as('bob')];
    const event = {
      type: 'race.told',
      message: 'Told',
      recipients: ['bob', 'carol'].map((who) => scene.idOf(who)),
    };
    await kendo.asService().post('/api/events', event);
    const told = () => alice.get<{ data: { id: number }[] }>('/notifications?filter[subject]=Told&fields=id');
    const keys = await eventually(async () => {
      const { body } = await told();
      return body.data.length === 2 && body.data.map(({ id }) => id);
    });

    const rewrites = ['one', 'two', 'three', 'four'].map((message, index) =>
      alice.patch<{ data: unknown[] }>('/notifications', {
        keys: index % 2 ? keys : keys.toReversed(),
        data: { message },
      }),
    );
    const mark = bob.post('/api/notifications/read-all');
    const answers = await Promise.all(rewrites);

    expect(answers.map(({ status, body }) => [status, body.data.length])).toEqual(
      rewrites.map(() => [200, 2]),
    );
    expect((await mark).status).toBe(204);
    const admin = await kendo.database.admin();
    const rewritten = async () => {
      const { rows } = await admin.query<{ id: string }>(
        'SELECT rewritten_for AS id FROM notification_events WHERE rewritten_for = ANY($1) ORDER BY 1',
        [keys],
      );
      return rows.map(({ id }) => Number(id));
    };
    expect(await rewritten()).toEqual(keys);

    const [mine] = (await bob.get<Notification[]>('/api/notifications?limit=1')).body;
    const deletion = await bob.post('/api/notifications/bulk-delete', { notification_ids: [mine?.id] });
    expect([deletion.status, await rewritten()]).toEqual([204, keys.filter((id) => id !== mine?.id)]);
  });

  test('what a query finds, and others delete or change before it is locked, is left out', async () => {
    const alice = kendo.as('alice');
    const recipient = userOf(kendo.demo, 'acme', 'bob').uuid;
    const bodies = ['gone', 'other', 'mine'].map((item) => ({ recipient, subject: 'Raced', item }));
    const { body: made } = await alice.post<{ data: { id: number }[] }>('/notifications', bodies);
    const [gone, other, mine] = made.data.map(({ id }) => id);
    const [holder, watcher] = [await kendo.database.admin(), await kendo.database.admin()];
    await holder.query('BEGIN');
    await holder.query('DELETE FROM notifications WHERE id = $1', [gone]);
    await holder.query('UPDATE notifications SET archived_at = now() WHERE id = $1', [other]);

    const query = { filter: { subject: 'Raced', status: 'inbox' } };
    const change = kendo.as('bob').patch('/notifications', { query, data: { status: 'archived' } });
    await eventually(async () => {
      const { rows } = await watcher.query(
        'SELECT FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE NOT granted AND datname = current_database()',
      );
      expect(rows).toHaveLength(1);
    });
    await holder.query('COMMIT');

    const { status, body } = await change;
    expect([status, body]).toMatchObject([200, { data: [{ id: mine, status: 'archived' }] }]);
  });

  test('two toggles at once cancel out', async () => {
    const path = `/api/projects/${issue.project_id}/issues/${issue.key}/watch`;
    const carol = kendo.as('carol');
    for (let round = 0; round < 10; round += 1) {
      const answers = await Promise.all([carol.post(path), carol.post(path)]);

      expect(statuses(answers)).toEqual([200, 200]);
      expect((await carol.get(path)).body).toEqual({ watching: false });
    }
  });
});
