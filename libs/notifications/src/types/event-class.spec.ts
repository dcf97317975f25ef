import { requireEventClass } from './event-class.js';
import { NotificationEvent } from './notification-event.js';
import type { Voices } from './voice.js';

test.each<[Voices, string]>([
  [{}, "voices must have one at least, such as { direct: { sentence: { en: '…' } } }."],
  [
    { direct: { type: 99_999, sentence: { en: 'Paid' } } },
    'voices.direct.type must be a whole number from 1 to 32767.',
  ],
  [
    { watched: { sentence: { en: 'Paid' } } } as Voices,
    'voices must be voices by their reasons: mentioned, assigned, unassigned, direct, added, named, watching.',
  ],
  [{ direct: { sentence: { en: '' } } }, "voices.direct.sentence must say it in English: { en: '…' }."],
])('an event with the voices %j is refused', (voices, sentence) => {
  class InvoicePaid extends NotificationEvent {
    static readonly eventName = 'invoice.paid';
    static readonly voices = voices;
  }
  expect(() => requireEventClass(InvoicePaid)).toThrow(`The notification event InvoicePaid: ${sentence}`);
});
