import { NotificationEvent } from '../types/notification-event.js';
import type { Voices } from '../types/voice.js';
import { EventRegistry } from '../types/event-registry.js';
import { addressedTo } from './addressed-to.js';
import { draftOf } from './draft-of.js';

interface Invoice {
  readonly id: number;
  readonly number: string;
  readonly cents: number;
}
const INVOICE: Invoice = { id: 5, number: '2026-001', cents: 120_000 };

/** With a constructor of its own. */
class InvoicePaid extends NotificationEvent<{ number: string; cents: number }> {
  static readonly eventName = 'invoice.paid';
  static readonly voices: Voices = {
    direct: { sentence: { en: 'Invoice {number} was paid: {amount}' } },
  };

  constructor({ id, number, cents }: Invoice) {
    super({ subject: { type: 'invoice', id, title: number }, params: { number, cents } });
  }

  protected override words() {
    return { amount: `€ ${this.occurrence.params.cents / 100}` };
  }
}

class Forgetful extends InvoicePaid {
  readonly amount = 1_200;
}

const draft = (event: NotificationEvent, people: number | number[] = 7) =>
  draftOf({ event, audience: addressedTo(people) });

test('puts on record what the event says and whom it is told to', () => {
  expect(draft(new InvoicePaid(INVOICE), [7, 8, 7])).toMatchObject({
    name: 'invoice.paid',
    messages: { direct: 'Invoice 2026-001 was paid: € 1200' },
    mails: true,
    audience: {
      named: [
        { userId: 7, reason: 'direct' },
        { userId: 8, reason: 'direct' },
      ],
    },
  });
});

test('what is on record is all that its mail needs', () => {
  const { occurrence } = JSON.parse(JSON.stringify(draft(new InvoicePaid(INVOICE)))) as ReturnType<
    typeof draft
  >;
  const revived = new EventRegistry([InvoicePaid]).revive('invoice.paid', occurrence);
  expect(revived).toBeInstanceOf(InvoicePaid);
  expect(revived.toMail('direct', 'nl').message).toBe('Invoice 2026-001 was paid: € 1200');
});

test('an event that keeps what will be missing then is refused', () => {
  expect(() => draft(new Forgetful(INVOICE))).toThrow(
    'Forgetful keeps "amount" as a field of its own, which is not stored: put it into its params.',
  );
});

test('so are people who are none, or too many', () => {
  const event = new InvoicePaid(INVOICE);
  expect(() => draft(event, [1, NaN])).toThrow('notify() takes the ids of people, and NaN is none.');
  expect(() =>
    draft(
      event,
      Array.from({ length: 10_001 }, (_, id) => id),
    ),
  ).toThrow(/at most 10000 people/);
});

test('and a reason for which it has nothing to say', () => {
  const event = new InvoicePaid(INVOICE);
  expect(() => draftOf({ event, audience: { named: [{ userId: 1, reason: 'added' }] } })).toThrow(/no voice/);
  expect(() => draftOf({ event, audience: { watchersOf: { type: 'issue', id: 1 } } })).toThrow(/no voice/);
});
