import { Logger } from '@nestjs/common';
import type { Queue } from 'bull';
import type { DueWork } from '../../libs/notifications/src/domain/work-queue.ts';
import { BullWorkQueue } from '../../libs/notifications/src/queue/bull-work-queue.ts';
import { openDoorbell } from '../support/doorbell.ts';
import { eventually } from '../support/eventually.ts';
import { emptyRedisDatabase } from '../support/redis-database.ts';

/** While a ring is being heard, Bull takes others of the same tenant and kind for the same: then its hearer dies. */
describe('a ring that was heard by a worker that died of it', () => {
  const work: DueWork = { tenantId: 7, kind: 'events' };
  const queues: Queue<DueWork>[] = [];
  let redis: string;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    redis = await emptyRedisDatabase();
  });
  afterAll(() => Promise.all(queues.map((queue) => queue.close(true))));

  function open(): Queue<DueWork> {
    const queue = openDoorbell(redis);
    queues.push(queue);
    return queue;
  }

  test('is heard by another one, and the bell rings again for that tenant', async () => {
    const dying = open();
    const caller = new BullWorkQueue(open());
    caller.ring(work);
    await eventually(async () => expect(await dying.getNextJob()).toMatchObject({ data: work }));
    await dying.close(true);

    const heard: DueWork[] = [];
    const living = open();
    new BullWorkQueue(living).listen((due) => heard.push(due));
    caller.ring(work);
    await eventually(() => expect(heard).not.toEqual([]), { within: 15_000 });
    await eventually(async () => expect(await living.getActiveCount()).toBe(0));
    const before = heard.length;
    caller.ring(work);
    await eventually(() => expect(heard).toEqual(Array(before + 1).fill(work)));
  });
});
