import type { Client } from 'pg';
import { rings } from '../support/doorbell.ts';
import { startKendo, type Kendo } from '../support/kendo.ts';
import { audit, SOUND } from '../support/postgres/audit.ts';
import { Scene, type Issue } from '../support/scene.ts';

const CONTENT = ['comments', 'notification_events', 'notifications', 'mail_deliveries', 'issue_watchers'];

interface Fault {
  readonly table: 'comments' | 'notification_events';
  readonly at: 'once' | 'COMMIT';
  readonly condition?: string;
}

/** A change that does not come about tells nobody anything: by row, mail or ring. */
describe('a domain change that is rolled back', () => {
  let kendo: Kendo;
  let scene: Scene;
  let admin: Client;
  let issue: Issue;

  beforeAll(async () => {
    kendo = await startKendo({ expectedErrors: /the fault of this test/ });
    scene = new Scene(kendo);
    admin = await kendo.database.admin();
    await admin.query(`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      RAISE EXCEPTION 'the fault of this test';
    END $$`);
    issue = await scene.issue('alice');
  });
  afterAll(() => kendo?.stop());

  /** All that a change could leave behind, wherever. */
  async function traces(): Promise<object> {
    const counts = CONTENT.map((table) => `(SELECT count(*) FROM ${table}) AS ${table}`);
    const { rows } = await admin.query<object>(
      `SELECT ${counts.join(', ')}, lane_id, assignee_id FROM issues WHERE id = ${issue.id}`,
    );
    return {
      ...rows[0],
      rings: await rings(kendo.settings['REDIS_URL']),
      mails: (await kendo.mails()).length,
    };
  }

  /** Answers the status of a call whose transaction is bound to fail. */
  async function withFault(
    { table, at, condition = 'true' }: Fault,
    call: () => Promise<number>,
  ): Promise<number> {
    const [kind, deferred] = at === 'COMMIT' ? ['CONSTRAINT', 'DEFERRABLE INITIALLY DEFERRED'] : ['', ''];
    await admin.query(`CREATE ${kind} TRIGGER fault AFTER INSERT ON ${table} ${deferred}
      FOR EACH ROW WHEN (${condition}) EXECUTE FUNCTION fail()`);
    try {
      return await call();
    } finally {
      await admin.query(`DROP TRIGGER fault ON ${table}`);
    }
  }

  const path = () => `/api/projects/${issue.project_id}/issues/${issue.key}`;
  const comment = async () => (await kendo.as('bob').post(`${path()}/comments`, { body: '@carol' })).status;
  const change = async () => {
    const fields = { assignee_id: scene.idOf('carol'), lane_id: scene.laneOf(issue, 'Done') };
    return (await kendo.as('bob').patch(path(), fields)).status;
  };

  test.each<Fault>([
    { table: 'comments', at: 'COMMIT' },
    { table: 'notification_events', at: 'once' },
  ])('leaves no event, row, mail or ring: $table, $at', async (fault) => {
    const before = await traces();

    expect(await withFault(fault, comment)).toBe(500);
    expect(await traces()).toEqual(before);
  });

  test('by its second event takes the first one with it', async () => {
    const fault = {
      table: 'notification_events',
      at: 'once',
      condition: `NEW.name = 'issue.moved'`,
    } as const;
    const before = await traces();

    expect(await withFault(fault, change)).toBe(500);
    expect(await traces()).toEqual(before);
  });

  test('comes about without the fault, and is told once', async () => {
    const before = await rings(kendo.settings['REDIS_URL']);
    expect(await comment()).toBe(201);

    await scene.rowsWhen('alice', issue, 1);
    await scene.rowsWhen('carol', issue, 1);
    expect(await rings(kendo.settings['REDIS_URL'])).toBeGreaterThan(before);
    expect(await audit(admin)).toEqual(SOUND);
  });
});
