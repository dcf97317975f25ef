import type { Client } from 'pg';
import { crowdWatches } from '../support/crowd.ts';
import { startKendo, type Kendo } from '../support/kendo.ts';
import { audit, settled, SOUND, waiting } from '../support/postgres/audit.ts';
import { Gate } from '../support/postgres/gate.ts';
import { Scene, type Issue } from '../support/scene.ts';

const EVENTS = 300;

describe('two workers', () => {
  let kendo: Kendo;
  let scene: Scene;
  let admin: Client;
  let issue: Issue;

  beforeAll(async () => {
    kendo = await startKendo({ settings: { DELIVERY: 'off' } });
    await kendo.sink.down();
    kendo.startWorker();
    kendo.startWorker();
    scene = new Scene(kendo);
    admin = await kendo.database.admin();
    issue = await scene.issue('alice');
  });
  afterAll(() => kendo?.stop());

  test('never take the same event: the other one does what comes after it', async () => {
    const gate = await Gate.shutAt(
      admin,
      'BEFORE INSERT ON notifications',
      `NEW.event_id = ${await lastEvent()} + 1`,
    );
    await scene.comment('bob', issue);
    await gate.reached();
    const another = await scene.issue('carol');
    await scene.comment('bob', another);
    await scene.rowsWhen('carol', another, 1);

    await gate.reached(1);
    expect(await waiting(admin)).toBe(1);
    await gate.open();
    await settled(admin);
    expect(await audit(admin)).toEqual(SOUND);
  });

  const lastEvent = async () => {
    const { rows } = await admin.query<{ id: number }>(
      'SELECT coalesce(max(id), 0)::int AS id FROM notification_events',
    );
    return rows[0]?.id;
  };

  test('write to the same inboxes at once, and do not stand in the way of one another', async () => {
    await crowdWatches(admin, issue, 100);
    const author = (call: number) => (call % 2 ? 'bob' : 'carol');
    await Promise.all(Array.from({ length: EVENTS }, (_, call) => scene.comment(author(call), issue)));
    await settled(admin);

    expect(await audit(admin)).toEqual(SOUND);
    expect(kendo.output).not.toContain('A fan-out failed');
  });
});
