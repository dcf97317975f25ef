import type { Client } from 'pg';
import { eventually } from '../../support/eventually.ts';
import { startKendo, type Kendo } from '../../support/kendo.ts';
import { deliveries, letTimePass, tally, type Delivery } from '../../support/mail/deliveries.ts';
import { mailTheCrowd } from '../../support/mail/mailing.ts';
import { ScriptedSmtp, type Phase, type Reply } from '../../support/mail/scripted-smtp.ts';

interface Case {
  readonly phase: Phase;
  readonly reply: Reply;
}

const at = (phase: Phase, ...replies: Reply[]): Case[] => replies.map((reply) => ({ phase, reply }));

const PASSING: readonly Case[] = [
  ...at('RCPT', '421 busy', '450 later', '451 greylisted', '452 too many', 'silence', 'cut'),
  ...at('DATA', '421 busy', '451 later', 'silence', 'cut'),
  ...at('message', '421 busy', '450 later', '451 later', '452 no room', 'silence', 'cut', 'take and cut'),
];
const PERMANENT: readonly Case[] = [
  ...at('RCPT', '550 unknown', '552 mailbox full', '553 no such name', '554 no'),
  ...at('DATA', '554 no'),
  ...at('message', '550 no', '552 too much', '554 spam'),
];
const CASES = [...PASSING, ...PERMANENT];
/** Nobody says no to these. */
const BYSTANDERS = 20;
const RECIPIENTS = CASES.length + BYSTANDERS;

const addressOf = (index: number) => `crowd${index + 1}@crowd.example`;

/** One event mails them all at once; to each the server says what stands in the table. */
describe('from RCPT on', () => {
  let server: ScriptedSmtp;
  let kendo: Kendo;
  let admin: Client;
  let first: ReadonlyMap<string, Delivery>;

  beforeAll(async () => {
    server = await ScriptedSmtp.start();
    kendo = await startKendo({ settings: { MAIL_URL: server.url } });
    admin = await kendo.database.admin();
    server.script = (phase, recipient) =>
      CASES.find((one, index) => one.phase === phase && addressOf(index) === recipient)?.reply;
    await mailTheCrowd(kendo, admin, RECIPIENTS);
    await eventually(async () => expect(await tally(admin)).toMatchObject({ attempts: RECIPIENTS }));
    first = new Map((await deliveries(admin)).map((delivery) => [delivery.email, delivery]));
  });
  afterAll(async () => {
    await server?.down();
    await kendo?.stop();
  });

  const told = ({ reply }: Case): RegExp =>
    /^\d/.test(reply) ? new RegExp(`${reply}$`) : /slow|time-?out|closed/i;

  test.each(PASSING)('$phase, $reply: costs one attempt, and is tried again', (one) => {
    const delivery = first.get(addressOf(CASES.indexOf(one)));
    expect(delivery).toMatchObject({ state: 'due', attempts: 1, closed_because: null });
    expect(delivery?.last_answer).toMatch(told(one));
    expect(delivery?.due_in).toBeGreaterThan(20);
    expect(delivery?.due_in).toBeLessThan(38);
  });

  test.each(PERMANENT)('$phase, $reply: a dead letter at once', (one) => {
    const delivery = first.get(addressOf(CASES.indexOf(one)));
    expect(delivery).toMatchObject({ state: 'dead', attempts: 1, closed_because: 'refused' });
    expect(delivery?.last_answer).toMatch(told(one));
  });

  test('all others have theirs, and the transport never paused', () => {
    for (let index = CASES.length; index < RECIPIENTS; index += 1) {
      expect(first.get(addressOf(index))).toMatchObject({ state: 'sent', attempts: 1 });
    }
    expect(kendo.output).not.toContain('pausing');
  });

  test('the next try succeeds, with the same Message-ID where the server had taken it before', async () => {
    server.script = () => undefined;
    await letTimePass(admin);
    const [dead, sent] = [PERMANENT.length, RECIPIENTS - PERMANENT.length];
    const attempts = RECIPIENTS + PASSING.length;
    await eventually(async () => expect(await tally(admin)).toEqual({ dead, sent, attempts }));

    const twice = CASES.findIndex(({ reply }) => reply === 'take and cut');
    const ids = server.taken
      .filter(({ recipient }) => recipient === addressOf(twice))
      .map(({ messageId }) => messageId);
    expect(ids).toEqual([expect.stringMatching(/^<\S+@\S+>$/), ids[0]]);
    expect(new Set(server.taken.map(({ messageId }) => messageId)).size).toBe(sent);
    expect(server.taken).toHaveLength(sent + 1);
  });

  test('fifteen tries in vain make a dead letter that says so', async () => {
    server.script = (phase) => (phase === 'RCPT' ? '451 later' : undefined);
    await admin.query(`UPDATE mail_deliveries SET state = 0, attempts = 14 WHERE state = 3`);
    const state = { state: 'dead', attempts: 15, closed_because: 'given_up' };
    await eventually(async () => {
      const dead = (await deliveries(admin)).filter(({ state }) => state !== 'sent');
      expect(dead).toHaveLength(PERMANENT.length);
      for (const delivery of dead) expect(delivery).toMatchObject(state);
    });
  });
});
