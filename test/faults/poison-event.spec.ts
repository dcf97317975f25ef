import type { Client } from 'pg';
import { tenantOf } from '../support/demo.ts';
import { eventually } from '../support/eventually.ts';
import { startKendo, type Kendo } from '../support/kendo.ts';
import { Scene, type Issue } from '../support/scene.ts';

/** More than are fanned out together, so that they fill whole batches before a good event's turn comes. */
const MANY = 110;
const POISONS = MANY + 3;
const WAITS = [2, 4, 8, 16];
const DEAD = 2;

const REASONS = {
  'unknown 1': /No notification event is named "nobody.knows": register its class/,
  'broken named': /cannot call jsonb_to_recordset on a non-array/,
  'too slow': /canceling statement due to statement timeout/,
  'no voice': /null value in column "important" of relation "notification_threads"/,
};

describe('events that cannot be fanned out', () => {
  let kendo: Kendo;
  let scene: Scene;
  let admin: Client;
  let issue: Issue;

  beforeAll(async () => {
    kendo = await startKendo({ expectedErrors: /An event failed to fan out/ });
    scene = new Scene(kendo);
    admin = await kendo.database.admin();
    issue = await scene.issue('alice');
    await noteTries();
    await takeTooLongFor('dave');
    await admin.query(
      `INSERT INTO notification_events (tenant_id, key, name, named, messages, params)
       SELECT tenant_id, key, name, named::jsonb, '{}', '{}' FROM issues, (
         SELECT 'unknown ' || n AS key, 'nobody.knows' AS name, '[]' AS named FROM generate_series(1, ${MANY}) n
         UNION ALL SELECT 'broken named', 'custom', '{"user_id": 1}'
         UNION ALL SELECT 'too slow', 'direct', '[{"user_id": ${scene.idOf('dave')}, "reason": "direct"}]'
         UNION ALL SELECT 'no voice', 'direct', '[{"user_id": ${scene.idOf('bob')}, "reason": "mentioned"}]'
       ) AS poison WHERE issues.id = $1`,
      [issue.id],
    );
  });
  afterAll(() => kendo?.stop());

  /** What PostgreSQL says after 30 s, at once. */
  async function takeTooLongFor(handle: string): Promise<void> {
    await admin.query(`CREATE FUNCTION take_too_long() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      RAISE EXCEPTION 'canceling statement due to statement timeout' USING ERRCODE = '57014';
    END $$`);
    await admin.query(`CREATE TRIGGER take_too_long BEFORE INSERT ON notifications FOR EACH ROW
      WHEN (NEW.recipient_id = ${scene.idOf(handle)}) EXECUTE FUNCTION take_too_long()`);
  }

  /** Writes down how long each event has to wait after each try. */
  async function noteTries(): Promise<void> {
    await admin.query('CREATE TABLE tries (attempt int, wait float)');
    await admin.query(`CREATE FUNCTION note_try() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
      INSERT INTO tries VALUES (NEW.attempts, extract(epoch FROM NEW.due_at - clock_timestamp()));
      RETURN NEW;
    END $$`);
    await admin.query(`CREATE TRIGGER note_try AFTER UPDATE ON notification_events FOR EACH ROW
      WHEN (NEW.attempts > OLD.attempts) EXECUTE FUNCTION note_try()`);
  }

  const makeDue = () => admin.query('UPDATE notification_events SET due_at = now() WHERE key IS NOT NULL');

  test('do not hold up the rest', async () => {
    await scene.comment('bob', issue);

    await scene.rowsWhen('alice', issue, 1);
    await eventually(async () => expect(await kendo.mailsTo('alice@acme.example')).toHaveLength(1));
  });

  test('are dead after five tries, each with its reason', async () => {
    const dead = await eventually(
      async () => {
        await makeDue();
        const { rows } = await admin.query<{ key: string; error: string }>(
          `SELECT key, error FROM notification_events WHERE state = ${DEAD}`,
        );
        expect(rows).toHaveLength(POISONS);
        return new Map(rows.map(({ key, error }) => [key, error]));
      },
      { within: 20_000, every: 200 },
    );

    for (const [key, reason] of Object.entries(REASONS)) expect(dead.get(key)).toMatch(reason);
  });

  test('were tried again after 2, 4, 8 and 16 seconds', async () => {
    const { rows } = await admin.query<{ count: number; least: number; most: number }>(
      `SELECT count(*)::int, min(wait) AS least, max(wait) AS most FROM tries GROUP BY attempt ORDER BY attempt`,
    );

    expect(rows.map(({ count }) => count)).toEqual(Array(WAITS.length + 1).fill(POISONS));
    for (const [index, wait] of WAITS.entries()) {
      expect(rows[index]?.most).toBeLessThanOrEqual(wait);
      expect(rows[index]?.least).toBeGreaterThan(wait - 1);
    }
  });

  test('are not tried any more when they are dead, and have reached nobody', async () => {
    await makeDue();
    await scene.comment('bob', issue);
    await scene.rowsWhen('alice', issue, 2);

    expect((await admin.query('SELECT FROM tries')).rows).toHaveLength(POISONS * (WAITS.length + 1));
    const { rows } = await admin.query(
      'SELECT DISTINCT recipient_id::int AS id FROM notifications WHERE tenant_id = $1',
      [tenantOf(kendo.demo, 'acme').id],
    );
    expect(rows).toEqual([{ id: scene.idOf('alice') }]);
  });
});
