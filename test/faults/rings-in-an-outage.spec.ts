import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Logger } from '@nestjs/common';
import type { Queue } from 'bull';
import type { DueWork } from '../../libs/notifications/src/domain/work-queue.ts';
import { BullWorkQueue } from '../../libs/notifications/src/queue/bull-work-queue.ts';
import { openDoorbell, rings } from '../support/doorbell.ts';
import { eventually } from '../support/eventually.ts';
import { Link } from '../support/link.ts';
import { emptyRedisDatabase } from '../support/redis-database.ts';

const TENANTS = 10;
const RINGS = 200_000;
const MEGABYTE = 1024 * 1024;

/** An hour without Redis at a hundred events a second. */
describe('rings that nobody takes', () => {
  let redis: string;
  let link: Link;
  let queue: Queue<DueWork>;
  let doorbell: BullWorkQueue;

  beforeAll(() => void Logger.overrideLogger(false));
  beforeEach(async () => {
    redis = await emptyRedisDatabase();
    link = await Link.to(redis);
    queue = openDoorbell(link.url);
    doorbell = new BullWorkQueue(queue);
    await ring(1);
    await eventually(async () => expect(await rings(redis)).toBe(1));
  });
  afterEach(async () => {
    await queue?.close();
    await link?.down();
  });

  /** In turns of the event loop, as events come. */
  async function ring(times: number): Promise<void> {
    for (let count = 0; count < times; count += 1) {
      doorbell.ring({ tenantId: count % TENANTS, kind: 'events' });
      if (count % 1_000 === 0) await new Promise(setImmediate);
    }
  }

  function heap(): number {
    setFlagsFromString('--expose-gc');
    (runInNewContext('gc') as () => void)();
    return process.memoryUsage().heapUsed;
  }

  test.each([
    ['away', () => link.down(), () => link.up()],
    ['silent', async () => link.freeze(), async () => link.thaw()],
  ])('while Redis is %s take no memory; later it is told at most twice of each', async (_, begin, end) => {
    const before = heap();
    await begin();
    await ring(RINGS);

    expect((heap() - before) / MEGABYTE).toBeLessThan(10);
    await end();
    await ring(TENANTS);
    await eventually(async () => expect(await rings(redis)).toBeGreaterThanOrEqual(1 + TENANTS));
    expect(await rings(redis)).toBeLessThanOrEqual(1 + 2 * TENANTS);
  });
});
