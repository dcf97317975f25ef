import type { Client } from 'pg';
import { eventually } from '../support/eventually.ts';
import { Link } from '../support/link.ts';
import { startKendo, type Kendo } from '../support/kendo.ts';
import { audit, SOUND } from '../support/postgres/audit.ts';
import { rowCount } from '../support/postgres/row-count.ts';
import type { Child } from '../support/process/child.ts';
import { Scene, type Issue } from '../support/scene.ts';
import { provision } from '../support/services/provision.ts';
import { askRedis, redis } from '../support/services/redis.ts';
import type { Server } from '../support/services/service.ts';

jest.setTimeout(60_000);

/** A Redis of this file's own, since it is wiped and killed; behind a link, since the next one has another port. */
describe('Redis lost in the middle of a stream of events', () => {
  let server: Server;
  let link: Link;
  let kendo: Kendo;
  let scene: Scene;
  let admin: Client;
  let issue: Issue;
  let worker: Child;
  let told = 0;

  beforeAll(async () => {
    server = await ownRedis();
    link = await Link.to(server.url);
    kendo = await startKendo({ settings: { DELIVERY: 'off', REDIS_URL: link.url } });
    worker = kendo.startWorker();
    scene = new Scene(kendo);
    admin = await kendo.database.admin();
    issue = await scene.issue('alice');
  });
  afterAll(async () => {
    await link?.down();
    await server?.stop();
    await kendo?.stop();
  });

  const ownRedis = () => provision(redis, { env: {}, log: () => {} });

  /** Comments, some at once, while `disturb` does its worst; each is answered, and then each is told. */
  async function streamThrough(disturb: () => Promise<unknown>): Promise<void> {
    for (let round = 0; round < 10; round += 1) {
      const comments = Array.from({ length: 5 }, () => scene.comment('bob', issue));
      if (round === 4) await disturb();
      await Promise.all(comments);
    }
    told += 50;
    await eventually(async () => expect(await mails()).toBe(told));
    expect(await audit(admin)).toEqual(SOUND);
  }

  const mails = async () => (await kendo.mailsTo('alice@acme.example')).length;

  /** The median of a few events that wait for one another: by the sweeper alone each would take a second. */
  async function lag(): Promise<number> {
    const lags: number[] = [];
    for (let count = 0; count < 5; count += 1) {
      const begin = performance.now();
      await scene.comment('bob', issue);
      told += 1;
      await eventually(async () => expect(await rowCount(admin, 'notifications')).toBe(told), { every: 10 });
      lags.push(performance.now() - begin);
    }
    return lags.sort((one, other) => one - other)[2] ?? Infinity;
  }

  const bellRings = () => eventually(async () => expect(await lag()).toBeLessThan(500), { within: 30_000 });

  test('rings from process to process', async () => {
    await bellRings();
  });

  test('FLUSHALL', async () => {
    await streamThrough(() => askRedis(server.url, (client) => client.flushall()));
    await bellRings();
  });

  test('restart, with nothing kept', async () => {
    await streamThrough(async () => {
      await link.down();
      await server.stop();
      server = await ownRedis();
      await link.up(server.url);
    });
    await bellRings();
  });

  test('away: callers do not wait for it, and the sweeper finds the work', async () => {
    await link.down();
    await streamThrough(async () => {});
    await link.up();
    await bellRings();
  });

  test('there, but silent, until all have tried again and again', async () => {
    link.freeze();
    const before = link.dialled;
    await streamThrough(async () => {});
    await eventually(async () => expect(link.dialled).toBeGreaterThan(before + 7), { within: 20_000 });
    link.thaw();
    await bellRings();
  });

  test('away when a worker starts: it works, and hears the bell when there is one', async () => {
    await link.down();
    await worker.kill('SIGTERM');
    worker = kendo.startWorker();
    await streamThrough(async () => {});
    await link.up();
    await bellRings();
  });

  test.each([
    ['away', () => link.down(), () => link.up()],
    ['silent', async () => link.freeze(), async () => link.thaw()],
  ])('%s when all end: they end, and soon', async (_, begin, end) => {
    await begin();
    const ends = await Promise.all([kendo.kill('SIGTERM'), worker.kill('SIGTERM')]);

    expect(ends.map(({ code }) => code)).toEqual([0, 0]);
    await end();
    worker = kendo.startWorker();
    await kendo.restart();
    await bellRings();
  });
});
