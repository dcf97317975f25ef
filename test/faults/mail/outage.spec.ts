import type { Client } from 'pg';
import { eventually } from '../../support/eventually.ts';
import { startKendo, type Kendo } from '../../support/kendo.ts';
import { deliveries, tally } from '../../support/mail/deliveries.ts';
import { LeapingClock } from '../../support/mail/leaping-clock.ts';
import { mailTheCrowd, mailTo } from '../../support/mail/mailing.ts';
import { Scene } from '../../support/scene.ts';

const CONNECTIONS = 5;

/** However long the mail server is away, no mail is given up for it. */
describe('an outage of the mail server', () => {
  let kendo: Kendo;
  let admin: Client;
  let clock: LeapingClock;

  beforeAll(async () => {
    kendo = await startKendo({ settings: { DELIVERY: 'off' } });
    admin = await kendo.database.admin();
    clock = await LeapingClock.in(kendo.settings['DATA_DIR'] ?? '', admin);
    kendo.startWorker(clock.settings);
  });
  afterAll(() => kendo?.stop());

  const faults = () => kendo.output.split('Mail cannot leave').length - 1;

  /** In seconds; that of a mail that is being tried is a lease. */
  const longestWait = async () => Math.max(...(await deliveries(admin)).map(({ due_in }) => due_in));

  const identities = () => new Set(kendo.sink.mails.map((mail) => mail.header('message-id'))).size;

  test('of some seconds costs none of many mails an attempt; then each arrives once', async () => {
    await kendo.sink.down();
    await mailTheCrowd(kendo, admin, 300);
    await eventually(() => expect(faults()).toBe(2));

    expect(await tally(admin)).toEqual({ due: 300, attempts: 0 });
    await kendo.sink.up();
    await eventually(async () => expect(await tally(admin)).toEqual({ sent: 300, attempts: 300 }));
    expect([identities(), kendo.sink.mails.length]).toEqual([300, 300]);
  });

  test('of an hour, with a probe a minute, buries nothing; then all arrive within a minute', async () => {
    const recipient = new Scene(kendo).idOf('alice');
    kendo.sink.answer = { connect: () => ({ code: 421, text: 'Not now' }) };
    await kendo.sink.down();
    await kendo.sink.up();
    for (let minute = 1; minute <= 60; minute += 1) {
      const before = faults();
      await clock.leap(60);
      await mailTo(kendo, recipient, `A mail of minute ${minute}`);
      await eventually(() => expect(faults()).toBe(before + 1), { every: 10 });
      await eventually(async () => expect(await longestWait()).toBeLessThan(60), { every: 10 });
    }

    expect(await tally(admin)).toEqual({ due: 60, sent: 300, attempts: 300 });
    kendo.sink.answer = {};
    await clock.leap(60);
    await eventually(async () => expect(await tally(admin)).toEqual({ sent: 360, attempts: 360 }));
    expect([identities(), kendo.sink.mails.length]).toEqual([360, 360]);
  });

  test('that begins while mails are on their way costs those alone', async () => {
    await mailTheCrowd(kendo, admin, 300, 'cut');
    await eventually(() => expect(kendo.sink.mails.length).toBeGreaterThan(400), { every: 5 });
    await kendo.sink.down();
    await eventually(async () => expect(await longestWait()).toBeLessThan(60));
    await kendo.sink.up();
    await clock.leap(60);
    await eventually(async () => expect(await tally(admin)).toMatchObject({ sent: 660 }));

    expect((await tally(admin))['attempts']).toBeLessThanOrEqual(660 + CONNECTIONS);
    expect(identities()).toBe(660);
    expect(kendo.sink.mails.length).toBeLessThanOrEqual(660 + CONNECTIONS);
  });
});
