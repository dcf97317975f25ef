import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { crowdWatches } from '../support/crowd.ts';
import { tenantOf } from '../support/demo.ts';
import { eventually } from '../support/eventually.ts';
import { startKendo, type Kendo } from '../support/kendo.ts';
import { audit, settled, SOUND, waiting } from '../support/postgres/audit.ts';
import { rowCount } from '../support/postgres/row-count.ts';
import type { Child } from '../support/process/child.ts';
import { seededRandom } from '../support/random.ts';
import { Scene, type Issue } from '../support/scene.ts';

const KILLS = 25;
const CROWD = 10_000;
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

/** The worker that is seen to fan out is killed, at a random moment of the time that a fan-out takes here. */
describe(`a worker killed ${KILLS} times in fan-outs to ${CROWD} people (SEED=${SEED})`, () => {
  const random = seededRandom(SEED);
  const workers = new Map<string, Child>();
  let kendo: Kendo;
  let scene: Scene;
  let admin: Client;
  let issue: Issue;
  let told = 0;

  beforeAll(async () => {
    kendo = await startKendo({ settings: { DELIVERY: 'off' } });
    await kendo.sink.down();
    scene = new Scene(kendo);
    admin = await kendo.database.admin();
    issue = await scene.issue('alice');
    await crowdWatches(admin, issue, CROWD);
    for (let count = 0; count < 3; count += 1) start();
  });
  afterAll(() => kendo?.stop());

  /** Each worker's sessions bear its name, so that PostgreSQL can tell who is at work. */
  function start(): void {
    const name = `worker-${workers.size}`;
    const url = new URL(kendo.settings['DATABASE_URL'] ?? '');
    url.searchParams.set('application_name', name);
    workers.set(name, kendo.startWorker({ DATABASE_URL: url.href }));
  }

  /** The worker that fans out at this moment. */
  async function atWork(): Promise<Child | undefined> {
    const { rows } = await admin.query<{ name: string }>(
      `SELECT application_name AS name FROM pg_stat_activity
       WHERE datname = current_database() AND state = 'active' AND query LIKE '%WITH events AS%'
         AND pid <> pg_backend_pid()`,
    );
    return rows.flatMap(({ name }) => workers.get(name) ?? []).find(({ running }) => running);
  }

  async function comment(): Promise<void> {
    await scene.comment('bob', issue);
    told += 1;
  }

  /** There is always something to fan out, also when the last fan-out was quicker than our look at it. */
  async function someoneAtWork(): Promise<Child | false> {
    if ((await waiting(admin)) === 0) await comment();
    return (await atWork()) ?? false;
  }

  /** How long a fan-out takes here and now, from its first row to its last. */
  async function timeUndisturbed(): Promise<number> {
    await comment();
    await settled(admin);
    const { rows } = await admin.query<{ seconds: number }>(
      `SELECT extract(epoch FROM max(created_at) - min(created_at))::float AS seconds FROM notifications
       WHERE tenant_id = $1`,
      [tenantOf(kendo.demo, 'acme').id],
    );
    return (rows[0]?.seconds ?? 0) * 1_000;
  }

  test('nobody is left out, nobody is told twice, and no event is blamed', async () => {
    const duration = await timeUndisturbed();
    let inTheMiddle = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const worker = await eventually(someoneAtWork, { every: 10 });
      await pause(random() * duration);
      if ((await atWork()) === worker) inTheMiddle += 1;
      await worker.kill('SIGKILL');
      start();
    }
    await settled(admin);

    expect(await audit(admin)).toEqual(SOUND);
    expect(await rowCount(admin, 'notifications')).toBe(told * (CROWD + 1));
    expect(inTheMiddle).toBeGreaterThan(KILLS / 5);
    console.log(`${KILLS} kills in ${told} fan-outs, ${inTheMiddle} of them in the middle of a chunk`);
  }, 120_000);
});
