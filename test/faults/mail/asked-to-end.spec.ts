import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { eventually } from '../../support/eventually.ts';
import { startKendo, type Kendo } from '../../support/kendo.ts';
import { deliveries, tally } from '../../support/mail/deliveries.ts';
import { mailTheCrowd } from '../../support/mail/mailing.ts';

const MAILS = 500;
/** Milliseconds: what is begun takes a second at most, and the rest is for a machine that is busy. */
const ENDS_WITHIN = 5_000;
const IN_PEACE = { code: 0, signal: null };

describe('a worker that is asked to end in the middle of sending', () => {
  let kendo: Kendo;
  let admin: Client;

  beforeAll(async () => {
    kendo = await startKendo({ settings: { DELIVERY: 'off' } });
    admin = await kendo.database.admin();
  });
  afterAll(() => kendo?.stop());
  beforeEach(() => {
    kendo.sink.mails.length = 0;
    kendo.sink.answer = {};
  });

  const taken = () => kendo.sink.mails.length;

  test('marks all that was accepted, and lets go of the rest at once', async () => {
    const worker = kendo.startWorker();
    await mailTheCrowd(kendo, admin, MAILS);
    await eventually(() => expect(taken()).toBeGreaterThan(100), { every: 5 });
    expect(await worker.kill('SIGTERM', ENDS_WITHIN)).toEqual(IN_PEACE);

    const [sent, due] = [taken(), MAILS - taken()];
    expect(await tally(admin)).toEqual({ sent, due, attempts: sent });
    expect(due).toBeGreaterThan(0);
    const waits = (await deliveries(admin))
      .filter(({ state }) => state === 'due')
      .map(({ due_in }) => due_in);
    expect(Math.max(...waits)).toBeLessThan(0);

    const next = kendo.startWorker();
    await eventually(async () => expect(await tally(admin)).toEqual({ sent: MAILS, attempts: MAILS }));
    expect(taken()).toBe(MAILS);
    await next.kill('SIGTERM');
  });

  test('hears the answers of a slow server', async () => {
    let heard = 0;
    kendo.sink.answer = {
      data: async () => {
        heard += 1;
        await pause(700);
        return undefined;
      },
    };
    const worker = kendo.startWorker();
    await mailTheCrowd(kendo, admin, 20, 'slow');
    await eventually(() => expect(heard).toBe(5), { every: 5 });
    expect(await worker.kill('SIGTERM', ENDS_WITHIN)).toEqual(IN_PEACE);

    expect(taken()).toBe(heard);
    expect(await tally(admin)).toMatchObject({ sent: MAILS + heard, attempts: MAILS + heard });
  });

  test('waits no longer for a silent one than its settings say', async () => {
    let heard = 0;
    kendo.sink.answer = {
      data: () => {
        heard += 1;
        return 'silence';
      },
    };
    const before = await tally(admin);
    const worker = kendo.startWorker({ MAIL_URL: `${kendo.sink.url}/?socketTimeout=1000` });
    await eventually(() => expect(heard).toBe(5), { every: 5 });
    expect(await worker.kill('SIGTERM', ENDS_WITHIN)).toEqual(IN_PEACE);

    expect(taken()).toBe(0);
    expect(await tally(admin)).toEqual({ ...before, attempts: (before['attempts'] ?? 0) + heard });
  });
});
