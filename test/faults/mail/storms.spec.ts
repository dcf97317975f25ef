import type { Client } from 'pg';
import { eventually } from '../../support/eventually.ts';
import { startKendo, type Kendo } from '../../support/kendo.ts';
import { Link } from '../../support/link.ts';
import { tally } from '../../support/mail/deliveries.ts';
import { mailTheCrowd } from '../../support/mail/mailing.ts';
import type { Child } from '../../support/process/child.ts';
import { provision } from '../../support/services/provision.ts';
import { askRedis, redis } from '../../support/services/redis.ts';
import type { Server } from '../../support/services/service.ts';

const MAILS = 300;

/** Two workers share a stream of mails, and something happens in the middle: each mail leaves once. */
describe('a stream of mails', () => {
  let server: Server;
  let link: Link;
  let kendo: Kendo;
  let admin: Client;
  let worker: Child;
  let sent = 0;

  beforeAll(async () => {
    server = await ownRedis();
    link = await Link.to(server.url);
    kendo = await startKendo({ settings: { DELIVERY: 'off', REDIS_URL: link.url } });
    admin = await kendo.database.admin();
    worker = kendo.startWorker();
    kendo.startWorker();
  });
  afterAll(async () => {
    await kendo?.stop();
    await link?.down();
    await server?.stop();
  });

  const ownRedis = () => provision(redis, { env: {}, log: () => {} });

  const STORMS: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['nothing else', async () => {}],
    ['FLUSHALL', () => askRedis(server.url, (client) => client.flushall())],
    [
      'a restart of Redis',
      async () => {
        await link.down();
        await server.stop();
        server = await ownRedis();
        await link.up(server.url);
      },
    ],
    [
      'a worker replaced',
      async () => {
        expect(await worker.kill('SIGTERM')).toEqual({ code: 0, signal: null });
        worker = kendo.startWorker();
      },
    ],
  ];

  test.each(STORMS)('and %s', async (_, storm) => {
    const before = kendo.sink.mails.length;
    await mailTheCrowd(kendo, admin, MAILS, `m${before}x`);
    await eventually(() => expect(kendo.sink.mails.length).toBeGreaterThan(before + MAILS / 5), { every: 5 });
    await storm();
    sent += MAILS;
    await eventually(async () => expect(await tally(admin)).toEqual({ sent, attempts: sent }));

    const mails = kendo.sink.mails.slice(before);
    expect(new Set(mails.flatMap(({ to }) => to)).size).toBe(MAILS);
    expect(mails).toHaveLength(MAILS);
  });
});
