import { NotificationEvent } from '../types/notification-event.js';
import { IssueMoved } from '../types/issue-moved.js';
import type { Voices } from '../types/voice.js';
import type { Work } from '../persistence/unit-of-work.js';
import { NotificationFake } from './notification-fake.js';

class InvoicePaid extends NotificationEvent<{ number: string }> {
  static readonly eventName = 'invoice.paid';
  static readonly voices: Voices = { direct: { sentence: { en: 'Invoice {number} was paid' } } };
}

const SCOPE = { tenantId: 1 };
const WORK = { scope: SCOPE } as Work;
const [ALICE, BOB, CAROL] = [7, 8, 9];

const paid = (number = '2026-001', key?: string) => new InvoicePaid({ params: { number }, key: key ?? null });
const moved = () =>
  new IssueMoved({
    subject: { type: 'issue', id: 42, title: 'The badge stays' },
    params: { from: { id: 1, name: 'To do' }, to: { id: 2, name: 'Done' } },
  });

let fake: NotificationFake;
beforeEach(() => {
  fake = new NotificationFake();
});

test('knows what was sent, to whom, and how often', async () => {
  await fake.notify(SCOPE, [ALICE, BOB], paid());
  await fake.raise(WORK, moved());
  fake.assertSentTo(ALICE, InvoicePaid);
  fake.assertSentTo([ALICE, BOB], InvoicePaid, ({ occurrence }) => occurrence.params.number === '2026-001');
  fake.assertNotSentTo(CAROL, InvoicePaid);
  fake.assertSentTimes(InvoicePaid, 1);
  fake.assertCount(2);
  const [sent] = fake.sent(IssueMoved);
  expect(sent).toMatchObject({ tenantId: 1, people: [], watchersOf: { type: 'issue', id: 42 } });
  expect(sent?.event.toInbox('watching').message).toBe('Someone moved "The badge stays" to "Done"');
});

describe('says in a sentence', () => {
  beforeEach(async () => {
    await fake.notify(WORK, [ALICE, BOB], paid());
    await fake.raise(WORK, moved());
  });

  test.each<[string, () => void]>([
    [
      'Expected InvoicePaid to be sent to 9, but it was sent to 7 and 8.',
      () => fake.assertSentTo([ALICE, CAROL], InvoicePaid),
    ],
    [
      'Expected IssueMoved to be sent to 7, but it was sent to the watchers of issue 42.',
      () => fake.assertSentTo(ALICE, IssueMoved),
    ],
    [
      'InvoicePaid was sent to 7, but none of 1 was as the test expects it.',
      () => fake.assertSentTo(ALICE, InvoicePaid, () => false),
    ],
    [
      'Expected InvoicePaid not to be sent to 8, but it was.',
      () => fake.assertNotSentTo([CAROL, BOB], InvoicePaid),
    ],
    [
      'Expected InvoicePaid to be sent 2 times, but it was sent 1 time.',
      () => fake.assertSentTimes(InvoicePaid, 2),
    ],
    [
      'Expected 1 notification, but there were 2: ' +
        'InvoicePaid was sent to 7 and 8 and IssueMoved was sent to the watchers of issue 42.',
      () => fake.assertCount(1),
    ],
    [
      'Expected nothing to be sent, but ' +
        'InvoicePaid was sent to 7 and 8 and IssueMoved was sent to the watchers of issue 42.',
      () => fake.assertNothingSent(),
    ],
  ])('%s', (sentence, assertion) => expect(assertion).toThrow(new Error(sentence)));
});

test('says so when nothing was sent at all', () => {
  fake.assertNothingSent();
  expect(() => fake.assertSentTo(ALICE, InvoicePaid)).toThrow(
    'Expected InvoicePaid to be sent to 7, but it was not sent at all.',
  );
  expect(() => fake.assertCount(1)).toThrow('Expected 1 notification, but there were 0: nothing.');
});

test('a key that was seen in the tenant is a duplicate, as it is for the notifier', async () => {
  await expect(fake.notify(SCOPE, ALICE, paid('1', 'paid:1'))).resolves.toEqual({ id: 1, duplicate: false });
  await expect(fake.notify(SCOPE, ALICE, paid('1', 'paid:1'))).resolves.toEqual({ id: 1, duplicate: true });
  await fake.notify({ tenantId: 2 }, ALICE, paid('1', 'paid:1'));
  fake.assertSentTimes(InvoicePaid, 2);
});

test('refuses an event that is not among those that it was given', async () => {
  const strict = new NotificationFake([]);
  await strict.raise(WORK, moved());

  await expect(strict.notify(SCOPE, ALICE, paid())).rejects.toThrow(
    'No notification event is named "invoice.paid": register its class in forRoot({ events }).',
  );
  strict.assertCount(1);
  await new NotificationFake([InvoicePaid]).notify(SCOPE, ALICE, paid());
});

test('refuses what the notifier would refuse', async () => {
  await expect(fake.notify(SCOPE, ALICE, moved())).rejects.toThrow(/no voice for the reason "direct"/);
  await expect(fake.raise(WORK, paid())).rejects.toThrow(/InvoicePaid names no audience/);
  fake.assertNothingSent();
});
