import type { Client } from 'pg';
import { eventually } from '../../support/eventually.ts';
import { startKendo, type Kendo } from '../../support/kendo.ts';
import { deliveries, letTimePass, tally } from '../../support/mail/deliveries.ts';
import { mailTheCrowd } from '../../support/mail/mailing.ts';
import { Gate } from '../../support/postgres/gate.ts';
import type { Child } from '../../support/process/child.ts';

/**
 * The most that a worker with five connections has handed over and not marked: nine in the statement that runs and
 * nine that wait for the next.
 */
const IN_FLIGHT = 18;

/** After how many of a thousand mails the worker is killed. */
const KILLS = [61, 197, 480, 654, 871];

/** What was accepted and not marked leaves once more, and nothing else does. */
describe('kill -9 of the worker', () => {
  let kendo: Kendo;
  let admin: Client;
  let worker: Child;

  beforeAll(async () => {
    kendo = await startKendo({ settings: { DELIVERY: 'off' } });
    admin = await kendo.database.admin();
    worker = kendo.startWorker();
  });
  afterAll(() => kendo?.stop());
  beforeEach(() => {
    kendo.sink.mails.length = 0;
  });

  const taken = () => kendo.sink.mails.length;

  /** How many of the mails that the server took after the first so many are not marked. */
  async function unmarkedSince(begin: number): Promise<number> {
    const due = (await deliveries(admin)).filter(({ state }) => state === 'due');
    const addresses = new Set(due.map(({ email }) => email));
    return kendo.sink.mails.slice(begin).filter(({ to }) => addresses.has(to[0] ?? '')).length;
  }

  /** Everybody has their mail; who has it twice can tell by its Message-ID. Answers how many more left. */
  async function repeated(size: number): Promise<number> {
    const ids = new Map<string, Set<string | undefined>>();
    for (const mail of kendo.sink.mails) {
      const to = mail.to[0] ?? '';
      ids.set(to, (ids.get(to) ?? new Set()).add(mail.header('message-id')));
    }
    expect(ids.size).toBe(size);
    for (const [, own] of ids) expect(own.size).toBe(1);
    return taken() - size;
  }

  async function nextWorker(): Promise<void> {
    await letTimePass(admin);
    worker = kendo.startWorker();
  }

  test('while the database holds up the marks: few mails have left, and those leave again', async () => {
    const gate = await Gate.shutAt(admin, 'BEFORE UPDATE ON mail_deliveries', 'NEW.state = 1');
    await mailTheCrowd(kendo, admin, 100, 'held');
    await gate.reached();
    let [count, since] = [0, 0];
    await eventually(() => {
      if (count !== taken()) [count, since] = [taken(), performance.now()];
      return performance.now() - since > 500;
    });
    await worker.kill('SIGKILL');

    expect(count).toBeGreaterThan(1);
    expect(count).toBeLessThanOrEqual(IN_FLIGHT);
    await gate.open();
    await nextWorker();
    await eventually(async () => expect(await tally(admin)).toEqual({ sent: 100, attempts: 100 }));
    expect(await repeated(100)).toBe(count);
  });

  test('time and again in a stream of mails: none is lost, and few leave twice', async () => {
    const inFlight: number[] = [];
    await mailTheCrowd(kendo, admin, 1_000);
    for (const kill of KILLS) {
      const begin = taken();
      await new Promise<void>((reached) => {
        kendo.sink.answer = { data: () => void (taken() >= kill && reached()) };
      });
      await worker.kill('SIGKILL');
      inFlight.push(await unmarkedSince(begin));
      await nextWorker();
    }
    kendo.sink.answer = {};
    await eventually(async () => expect(await tally(admin)).toEqual({ sent: 1_100, attempts: 1_100 }));

    expect(Math.max(...inFlight)).toBeLessThanOrEqual(IN_FLIGHT);
    expect(await repeated(1_000)).toBeLessThanOrEqual(inFlight.reduce((sum, count) => sum + count));
  }, 60_000);
});
