import type { Client } from 'pg';
import { rings } from '../support/doorbell.ts';
import { eventually } from '../support/eventually.ts';
import { startKendo, type Kendo } from '../support/kendo.ts';
import { audit, settled, SOUND } from '../support/postgres/audit.ts';
import { Gate } from '../support/postgres/gate.ts';
import { rowCount } from '../support/postgres/row-count.ts';
import type { Child } from '../support/process/child.ts';
import { Scene, type Issue } from '../support/scene.ts';

/**
 * What is on record arrives, whoever died before they could tell of it. The gate stands in a COMMIT: PostgreSQL has
 * been told to commit, does so once the gate opens, and by then nobody is there any more to ring.
 */
describe('kill -9 between COMMIT and the doorbell', () => {
  let kendo: Kendo;
  let scene: Scene;
  let admin: Client;
  let issue: Issue;
  let worker: Child;

  beforeAll(async () => {
    kendo = await startKendo({ settings: { DELIVERY: 'off' } });
    scene = new Scene(kendo);
    admin = await kendo.database.admin();
    issue = await scene.issue('alice');
  });
  afterAll(() => kendo?.stop());

  const count = (table: string) => rowCount(admin, table);

  test('of the caller: rows and mail come by the sweeper', async () => {
    const gate = await Gate.shutAtCommit(admin, 'comments');
    const call = kendo
      .as('bob')
      .post(`/api/projects/${issue.project_id}/issues/${issue.key}/comments`, { body: 'x' });
    const answer = expect(call).rejects.toThrow('socket hang up');
    await gate.reached();
    await kendo.kill('SIGKILL');
    await answer;
    expect(await count('comments')).toBe(0);
    await gate.open();
    await eventually(async () => expect(await count('comments')).toBe(1));
    expect(await rings(kendo.settings['REDIS_URL'])).toBe(0);

    worker = kendo.startWorker();
    await kendo.restart();
    await scene.rowsWhen('alice', issue, 1);
    await eventually(async () => expect(await kendo.mailsTo('alice@acme.example')).toHaveLength(1));
  });

  test('of a caller that was not yet at its COMMIT: nothing has happened', async () => {
    const gate = await Gate.shutAt(admin, 'BEFORE INSERT ON notification_events');
    const call = kendo
      .as('bob')
      .post(`/api/projects/${issue.project_id}/issues/${issue.key}/comments`, { body: 'x' });
    const answer = expect(call).rejects.toThrow('socket hang up');
    await gate.reached();
    await kendo.kill('SIGKILL');
    await answer;
    await gate.open();
    await kendo.restart();

    await eventually(async () => expect(await sessionsAtWork()).toBe(0));
    expect(await count('comments')).toBe(1);
    expect(await count('notification_events')).toBe(1);
  });

  const sessionsAtWork = async () => {
    const { rows } = await admin.query<{ count: number }>(
      `SELECT count(*)::int FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'kendo' AND xact_start IS NOT NULL`,
    );
    return rows[0]?.count;
  };

  test('of the worker: the mail of the rows that it has just written leaves', async () => {
    const gate = await Gate.shutAtCommit(admin, 'notification_events', 'NEW.state = 1');
    await scene.comment('bob', issue, 'Once more.');
    await gate.reached();
    await worker.kill('SIGKILL');
    await gate.open();
    kendo.startWorker();

    await scene.rowsWhen('alice', issue, 2);
    await eventually(async () => expect(await kendo.mailsTo('alice@acme.example')).toHaveLength(2));
    expect(await audit(admin)).toEqual(SOUND);
  });

  test('of a caller with fifty comments under way: each is there with its event, or not at all', async () => {
    const before = await count('comments');
    const calls = Array.from({ length: 50 }, () => scene.comment('bob', issue));
    await Promise.any(calls);
    await kendo.kill('SIGKILL');
    const answered = (await Promise.allSettled(calls)).filter(({ status }) => status === 'fulfilled').length;
    await kendo.restart();
    await eventually(async () => expect(await sessionsAtWork()).toBe(0));
    await settled(admin);

    expect(await audit(admin)).toEqual(SOUND);
    expect(await count('comments')).toBeGreaterThanOrEqual(before + answered);
    expect(answered).toBeLessThan(50);
  });
});
