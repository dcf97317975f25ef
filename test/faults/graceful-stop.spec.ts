import type { Client } from 'pg';
import { crowdWatches } from '../support/crowd.ts';
import { startKendo, type Kendo } from '../support/kendo.ts';
import { audit, settled, SOUND, waiting } from '../support/postgres/audit.ts';
import { Gate } from '../support/postgres/gate.ts';
import { rowCount } from '../support/postgres/row-count.ts';
import type { Child } from '../support/process/child.ts';
import { Scene, type Issue } from '../support/scene.ts';

const CHUNK = 5_000;
const CROWD = 20_000;
/** Shorter than the product's own, so that the test is. */
const LOCK_TIMEOUT = 500;
const CLEAN = { code: 0, signal: null };

/** SIGTERM, as every deployment sends it. What is under way is finished; what is not begun is left to others. */
describe('a graceful stop', () => {
  let kendo: Kendo;
  let scene: Scene;
  let admin: Client;
  let issue: Issue;
  let next: Child;

  beforeAll(async () => {
    kendo = await startKendo({ settings: { DELIVERY: 'off' }, expectedErrors: /A piece of work failed/ });
    await kendo.sink.down();
    scene = new Scene(kendo);
    admin = await kendo.database.admin();
    issue = await scene.issue('alice');
    await crowdWatches(admin, issue, CROWD);
  });
  afterAll(() => kendo?.stop());

  function startWorker(): Child {
    const url = new URL(kendo.database.url);
    url.searchParams.set('lock_timeout', String(LOCK_TIMEOUT));
    return kendo.startWorker({ DATABASE_URL: url.href });
  }

  test('of a worker in a fan-out: what it has begun is whole, and the rest is for the next one', async () => {
    const worker = startWorker();
    const gate = await Gate.shutAt(admin, 'BEFORE INSERT ON notifications');
    await scene.comment('bob', issue);
    await gate.reached();
    const end = worker.kill('SIGTERM');
    await gate.open();

    expect(await end).toEqual(CLEAN);
    /* Bob, who acted, is one of a chunk and gets no row. */
    const rows = await rowCount(admin, 'notifications');
    expect((rows + 1) % CHUNK).toBe(0);
    expect(rows).toBeLessThan(CROWD / 2);
    expect(await waiting(admin)).toBe(1);
    next = startWorker();
    await settled(admin);
    expect(await rowCount(admin, 'notifications')).toBe(CROWD + 1);
    expect(await audit(admin)).toEqual(SOUND);
  });

  test('of a server with a request under way: it is answered, and what it did is told', async () => {
    const gate = await Gate.shutAt(admin, 'BEFORE INSERT ON comments');
    const comment = scene.comment('bob', issue);
    await gate.reached();
    const end = kendo.kill('SIGTERM');
    await gate.open();

    await comment;
    expect(await end).toEqual(CLEAN);
    await settled(admin);
    expect(await audit(admin)).toEqual(SOUND);
    await kendo.restart();
  });

  test('while a lock is held that nobody lets go of: it ends all the same, and the event waits', async () => {
    const gate = await Gate.shutAt(admin, 'BEFORE INSERT ON notification_threads');
    await scene.comment('bob', issue);
    await gate.reached();

    expect(await next.kill('SIGTERM')).toEqual(CLEAN);
    expect(await waiting(admin)).toBe(1);
    await gate.open();
    startWorker();
    await settled(admin);
    expect(await audit(admin)).toEqual(SOUND);
  });
});
