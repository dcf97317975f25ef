import type { Client } from 'pg';
import { crowdWatches } from '../support/crowd.ts';
import { startKendo, type Kendo } from '../support/kendo.ts';
import { settled } from '../support/postgres/audit.ts';
import { Gate } from '../support/postgres/gate.ts';
import { Pause } from '../support/postgres/pause.ts';
import { rowCount } from '../support/postgres/row-count.ts';
import { Scene, type Issue } from '../support/scene.ts';

const CHUNK = 5_000;
const CROWD = 6_000;
/** People of the second chunk, by what becomes of them. */
const LATE = ['leaver', 'muted', 'unmailed', 'outcast', 'steady', 'newcomer'] as const;
type Role = (typeof LATE)[number] | 'reached' | 'alice';

/** A fan-out reaches people in the order of their ids; here the world changes after the first 5,000. */
describe('between two chunks of a fan-out', () => {
  let kendo: Kendo;
  let scene: Scene;
  let admin: Client;
  let issue: Issue;
  let ids: Record<Role, number>;

  beforeAll(async () => {
    kendo = await startKendo({ expectedErrors: /canceling statement due to lock timeout/ });
    await kendo.sink.down();
    scene = new Scene(kendo);
    admin = await kendo.database.admin();
    issue = await scene.issue('alice');
    const crowd = await crowdWatches(admin, issue, CROWD);
    const late = LATE.map((role, index) => [role, crowd.at(-1 - index)] as const);
    ids = { ...Object.fromEntries(late), reached: crowd[0], alice: scene.idOf('alice') } as typeof ids;
    await unwatch(ids.newcomer);
    await pauseAndChange();
    await settled(admin);
  });
  afterAll(() => kendo?.stop());

  const unwatch = (person: number) => admin.query('DELETE FROM issue_watchers WHERE user_id = $1', [person]);

  async function pauseAndChange(): Promise<void> {
    const inFirstChunk = await Gate.shutAt(
      admin,
      'BEFORE INSERT ON notifications',
      `NEW.recipient_id = ${ids.reached}`,
    );
    await scene.comment('bob', issue);
    await inFirstChunk.reached();
    const pause = await Pause.before(kendo.database, 'notification_threads');
    await inFirstChunk.open();
    await pause.begun();
    expect(await rowCount(admin, 'notifications')).toBe(CHUNK - 1);
    await change();
    await pause.end();
  }

  async function change(): Promise<void> {
    const [row] = await scene.rowsWhen('alice', issue, 1);
    const deletion = { notification_ids: [row?.id] };
    expect((await kendo.as('alice').post('/api/notifications/bulk-delete', deletion)).status).toBe(204);
    await unwatch(ids.leaver);
    await unwatch(ids.reached);
    await admin.query(
      `INSERT INTO issue_watchers (tenant_id, issue_id, project_id, user_id)
       SELECT tenant_id, id, project_id, $2 FROM issues WHERE id = $1`,
      [issue.id, ids.newcomer],
    );
    await admin.query(
      `INSERT INTO notification_preferences (tenant_id, user_id, notify_watched_activity_email)
       SELECT tenant_id, id, false FROM users WHERE id = $1`,
      [ids.muted],
    );
    await admin.query('UPDATE users SET email_notifications = false WHERE id = $1', [ids.unmailed]);
    await admin.query('DELETE FROM project_members WHERE user_id = $1', [ids.outcast]);
  }

  /** What a person got: the reason why there is no mail, or `mail`; `undefined` when they got nothing. */
  async function outcome(person: number): Promise<string | undefined> {
    const { rows } = await admin.query<{ outcome: string }>(
      `SELECT coalesce(mail_skipped, 'mail' || d.state) AS outcome FROM notifications n
       LEFT JOIN mail_deliveries d ON d.notification_id = n.id WHERE n.recipient_id = $1`,
      [person],
    );
    expect(rows.length).toBeLessThanOrEqual(1);
    return rows[0]?.outcome;
  }

  test.each<[string, Role, string | undefined]>([
    ['who watches on gets a row and a mail', 'steady', 'mail0'],
    ['who began to watch is not reached', 'newcomer', undefined],
    ['who watches no more is not reached', 'leaver', undefined],
    ['who may read the issue no more is not reached', 'outcast', undefined],
    ['who switched the flag off gets a row and no mail', 'muted', 'flag_off'],
    ['who switched all mail off gets a row and no mail', 'unmailed', 'mail_off'],
    ['who had been reached before keeps the row', 'reached', 'mail0'],
    ['who deleted the row does not get it again', 'alice', undefined],
  ])('%s', async (_, role, expected) => {
    expect(await outcome(ids[role])).toBe(expected);
  });

  test('everybody else is reached once, and the event is blamed for nothing', async () => {
    const { rows } = await admin.query(
      'SELECT state, attempts, error FROM notification_events ORDER BY id DESC LIMIT 1',
    );

    expect(rows).toEqual([{ state: 1, attempts: 0, error: null }]);
    expect(await rowCount(admin, 'notification_events')).toBe(1);
    /* Of the crowd and Alice: not she, the newcomer, the leaver and the outcast. */
    expect(await rowCount(admin, 'notifications')).toBe(CROWD + 1 - 4);
  });

  test('whoever is named twice takes nobody else out of the chunk', async () => {
    await admin.query(
      `INSERT INTO notification_events (tenant_id, name, key, messages, params, named)
       SELECT tenant_id, 'direct', 'twice', '{"direct": "Hello"}', '{"recipients": [], "message": "Hello"}',
         jsonb_agg(jsonb_build_object('user_id', id, 'reason', 'direct'))
       FROM (SELECT tenant_id, id FROM users, generate_series(1, 2) WHERE handle LIKE 'crowd%') AS twice
       GROUP BY tenant_id`,
    );
    await settled(admin);

    const { rows } = await admin.query(
      `SELECT count(*)::int AS rows, count(DISTINCT recipient_id)::int AS people FROM notifications n
       JOIN notification_events e ON e.id = n.event_id WHERE e.key = 'twice'`,
    );
    expect(rows).toEqual([{ rows: CROWD, people: CROWD }]);
  });
});
