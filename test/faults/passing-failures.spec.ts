import type { Client } from 'pg';
import { eventually } from '../support/eventually.ts';
import { startKendo, type Kendo } from '../support/kendo.ts';
import { audit, settled, SOUND } from '../support/postgres/audit.ts';
import { Gate } from '../support/postgres/gate.ts';
import { Scene, type Issue } from '../support/scene.ts';

/** The sessions that wait for such a lock at this moment. */
const waitingFor = (event: string) =>
  `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event = '${event}'`;

/** A deadlock, a cancelled statement or a lost connection is no fault of the event: it is tried again, and not blamed. */
describe('failures that pass', () => {
  let kendo: Kendo;
  let scene: Scene;
  let admin: Client;
  let issue: Issue;

  beforeAll(async () => {
    kendo = await startKendo({ expectedErrors: /A piece of work failed/ });
    scene = new Scene(kendo);
    admin = await kendo.database.admin();
    issue = await scene.issue('alice');
    for (const handle of ['carol', 'dave']) await scene.watch(handle, issue);
  });
  afterAll(() => kendo?.stop());
  afterEach(async () => {
    await settled(admin);
    expect(await audit(admin)).toEqual(SOUND);
  });

  test('more often than an event may fail', async () => {
    await admin.query('CREATE SEQUENCE failures');
    await admin.query('GRANT USAGE ON SEQUENCE failures TO PUBLIC');
    await admin.query(`CREATE FUNCTION fail_at_first() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE code text := ('{40P01,40001,57014,55P03,53200,57P01}'::text[])[nextval('failures')];
      BEGIN
        IF code IS NOT NULL THEN RAISE EXCEPTION 'passing' USING ERRCODE = code; END IF;
        RETURN NEW;
      END $$`);
    await admin.query(`CREATE TRIGGER fail_at_first BEFORE INSERT ON notification_threads
      FOR EACH STATEMENT EXECUTE FUNCTION fail_at_first()`);
    await scene.comment('bob', issue);

    await scene.rowsWhen('alice', issue, 1);
    const { rows } = await admin.query('SELECT last_value::int FROM failures');
    expect(rows[0]).toEqual({ last_value: 7 });
  });

  test('a real deadlock', async () => {
    const head = (handle: string) =>
      `UPDATE notification_heads SET version = version WHERE recipient_id = ${scene.idOf(handle)}`;
    const rival = await kendo.database.admin();
    await rival.query(`SET deadlock_timeout = '1min'`);
    await rival.query('BEGIN');
    await rival.query(head('dave'));
    await scene.comment('bob', issue);
    await eventually(async () =>
      expect((await admin.query(waitingFor('transactionid'))).rows).toHaveLength(1),
    );
    await rival.query(head('alice'));
    await rival.query('COMMIT');

    await scene.rowsWhen('alice', issue, 2);
    expect(kendo.output).toContain('deadlock detected');
  });

  test.each([
    ['cancelled', 'pg_cancel_backend', 3],
    ['cut off', 'pg_terminate_backend', 4],
  ])('a fan-out that is %s', async (_, end, count) => {
    const gate = await Gate.shutAt(admin, 'BEFORE INSERT ON notifications');
    await scene.comment('bob', issue);
    await gate.reached();
    await admin.query(`SELECT ${end}(pid) FROM (${waitingFor('advisory')}) AS waiting`);
    await gate.open();

    await scene.rowsWhen('alice', issue, count);
  });

  test('one that does not pass holds up nobody else', async () => {
    const stuck = await scene.issue('alice');
    await admin.query(`CREATE FUNCTION be_in_the_way() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      RAISE EXCEPTION 'in the way' USING ERRCODE = '55P03';
    END $$`);
    await admin.query(`CREATE TRIGGER be_in_the_way BEFORE INSERT ON notification_threads FOR EACH ROW
      WHEN (NEW.target_id = '${stuck.id}') EXECUTE FUNCTION be_in_the_way()`);
    for (let count = 0; count < 5; count += 1) await scene.comment('bob', stuck);
    await scene.comment('bob', issue);

    await scene.rowsWhen('alice', issue, 5);
    await admin.query('DROP TRIGGER be_in_the_way ON notification_threads');
    await scene.rowsWhen('alice', stuck, 5);
  });
});
