import type { Client } from 'pg';
import { eventually } from '../../support/eventually.ts';
import { startKendo, type Kendo } from '../../support/kendo.ts';
import { deliveries, tally } from '../../support/mail/deliveries.ts';
import { mailTheCrowd, mailTo } from '../../support/mail/mailing.ts';
import { Scene } from '../../support/scene.ts';

const CROWD = 200;

/** What an event or a delivery may never look like, and why its mail cannot be written. */
const POISONS: readonly (readonly [damage: string, statement: string, answer: RegExp])[] = [
  ['no such event', `UPDATE notification_events SET name = 'no.such' WHERE id = $1`, /no\.such/],
  ['no parameters', `UPDATE notification_events SET params = 'null' WHERE id = $1`, /null/],
  [
    'a number for a subject',
    `UPDATE notification_events SET params = '{"mail": {"subject": 5}}' WHERE id = $1`,
    /./,
  ],
  ['no such reason', `UPDATE mail_deliveries SET reason = 'whim' WHERE event_id = $1`, /whim/],
];

describe('a mail that cannot be sent harms no other', () => {
  let kendo: Kendo;
  let admin: Client;

  beforeAll(async () => {
    kendo = await startKendo();
    admin = await kendo.database.admin();
  });
  afterAll(() => kendo?.stop());

  test('one address of many is refused: one dead letter', async () => {
    const refused = 'crowd77@crowd.example';
    kendo.sink.answer = {
      rcpt: (address) => (address === refused ? { code: 550, text: 'Nobody of this name' } : undefined),
    };
    await mailTheCrowd(kendo, admin, CROWD);
    const outcome = { sent: CROWD - 1, dead: 1, attempts: CROWD };
    await eventually(async () => expect(await tally(admin)).toEqual(outcome));

    const dead = (await deliveries(admin)).filter(({ state }) => state === 'dead');
    expect(dead).toMatchObject([{ email: refused, closed_because: 'refused', attempts: 1 }]);
    expect(dead[0]?.last_answer).toContain('550 Nobody of this name');
    expect(new Set((await kendo.mails()).flatMap(({ to }) => to)).size).toBe(CROWD - 1);
  });

  test('some cannot even be written: each costs itself an attempt', async () => {
    const alice = new Scene(kendo).idOf('alice');
    const events: number[] = [];
    for (const [damage] of POISONS) events.push(await mailTo(kendo, alice, damage));
    await eventually(async () =>
      expect(await tally(admin)).toMatchObject({ sent: CROWD - 1 + POISONS.length }),
    );
    const mails = (await kendo.mails()).length;

    await admin.query('BEGIN');
    for (const [index, [, statement]] of POISONS.entries()) await admin.query(statement, [events[index]]);
    await admin.query(
      `UPDATE mail_deliveries SET state = 0, attempts = 0, last_answer = NULL,
      due_at = now() - make_interval(hours => (event_id = ANY($1))::int) WHERE state = 1`,
      [events],
    );
    await admin.query('COMMIT');

    const outcome = { sent: CROWD - 1, due: POISONS.length, dead: 1, attempts: CROWD + POISONS.length };
    await eventually(async () => expect(await tally(admin)).toEqual(outcome));
    expect(await kendo.mails()).toHaveLength(mails + CROWD - 1);
    const poisons = (await deliveries(admin)).filter(({ event }) => events.includes(event));
    for (const [index, [, , answer]] of POISONS.entries()) {
      expect(poisons[index]).toMatchObject({
        state: 'due',
        attempts: 1,
        last_answer: expect.stringMatching(answer),
      });
    }
  });
});
