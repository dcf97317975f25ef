import type { Client } from 'pg';
import { eventually } from '../../support/eventually.ts';
import { startKendo, type Kendo } from '../../support/kendo.ts';
import { deliveries, type Delivery } from '../../support/mail/deliveries.ts';
import { LeapingClock } from '../../support/mail/leaping-clock.ts';
import { mailTo } from '../../support/mail/mailing.ts';
import { ScriptedSmtp, type Phase, type Reply } from '../../support/mail/scripted-smtp.ts';
import { Scene } from '../../support/scene.ts';

const WAY: readonly (readonly [Phase, readonly Reply[]])[] = [
  ['greeting', ['421 busy', '554 not to you', 'silence', 'cut']],
  ['EHLO', ['502 no', 'silence']],
  ['AUTH', ['535 wrong password', 'cut']],
  ['MAIL', ['421 busy', '451 later', '452 no room', '550 not you', '554 no', 'silence', 'cut']],
];

const THIS_MESSAGE: readonly Reply[] = ['552 too much', '550 5.3.4 too big', '554 exceeds the size we take'];

/** A fault of the way: whoever the mail is for, it cannot leave now, and that costs it nothing. */
describe('until MAIL FROM is answered', () => {
  let server: ScriptedSmtp;
  let kendo: Kendo;
  let admin: Client;
  let clock: LeapingClock;
  let [alice, bob]: [number, number] = [0, 0];

  beforeAll(async () => {
    server = await ScriptedSmtp.start();
    kendo = await startKendo({ settings: { DELIVERY: 'off', MAIL_URL: server.url } });
    admin = await kendo.database.admin();
    clock = await LeapingClock.in(kendo.settings['DATA_DIR'] ?? '', admin);
    kendo.startWorker(clock.settings);
    [alice, bob] = ['alice', 'bob'].map((handle) => new Scene(kendo).idOf(handle)) as [number, number];
  });
  afterAll(async () => {
    await server?.down();
    await kendo?.stop();
  });

  const pauses = () => kendo.output.split('Mail cannot leave; pausing').length - 1;

  /** What is on record about the event's one delivery, once it is as expected. */
  const becomes = (event: number, expected: Partial<Delivery>): Promise<Delivery> =>
    eventually(async () => {
      const delivery = (await deliveries(admin)).find((one) => one.event === event);
      expect(delivery).toMatchObject(expected);
      return delivery as Delivery;
    });

  const takenForAlice = () =>
    server.taken.filter(({ recipient }) => recipient === 'alice@acme.example').length;

  async function pausesAndSends(begin: () => unknown, end: () => unknown): Promise<void> {
    const [before, taken] = [pauses(), takenForAlice()];
    await begin();
    const event = await mailTo(kendo, alice, 'A mail');
    await eventually(() => expect(pauses()).toBeGreaterThan(before));
    const { due_in } = await becomes(event, { state: 'due', attempts: 0, closed_because: null });
    expect(due_in).toBeLessThan(60);
    await end();
    await clock.leap(60);
    /* The next one wakes the worker sooner than its own look around, once a second. */
    await mailTo(kendo, bob, 'The next mail');
    await becomes(event, { state: 'sent', attempts: 1, last_answer: '250 taken' });
    expect(takenForAlice()).toBe(taken + 1);
  }

  const rows = WAY.flatMap(([phase, replies]) => replies.map((reply) => [phase, reply] as const));

  test.each(rows)('%s, %s: the transport pauses, and the mail leaves later', (phase, reply) =>
    pausesAndSends(
      () => {
        server.hangUp();
        server.script = (now) => (now === phase ? reply : undefined);
      },
      () => (server.script = () => undefined),
    ),
  );

  test('nobody listens: the same', () =>
    pausesAndSends(
      () => server.down(),
      () => server.up(),
    ));

  test.each(THIS_MESSAGE)('MAIL, %s: speaks of this message, which is a dead letter', async (reply) => {
    const before = pauses();
    server.script = (now) => (now === 'MAIL' ? reply : undefined);
    const event = await mailTo(kendo, alice, 'A large mail');
    const { last_answer } = await becomes(event, { state: 'dead', attempts: 1, closed_because: 'refused' });
    expect(last_answer).toContain(reply);
    expect(pauses()).toBe(before);
  });
});
