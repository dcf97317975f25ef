import { z } from 'zod';
import { REASONS } from '../domain/audience.js';
import { PREFERENCE_FLAGS } from '../domain/preference-flags.js';
import type { NotificationEventClass } from './notification-event.js';
import { refusalOf } from './refusal.js';

/** What a row's column holds. */
const MAX_TYPE = 32_767;
const MAIL_FLAGS = PREFERENCE_FLAGS.filter((flag) => flag.startsWith('notify_'));

const TYPE = { error: `must be a whole number from 1 to ${MAX_TYPE}` };
const NAME = { error: 'must be a name, such as "invoice.paid"' };
const SENTENCE = { error: "must say it in English: { en: '…' }" };
const VOICES = { error: `must be voices by their reasons: ${REASONS.join(', ')}` };

const voice = z.object({
  type: z.int(TYPE).min(1, TYPE).max(MAX_TYPE, TYPE).optional(),
  mailFlag: z.enum(MAIL_FLAGS, { error: `must be one of ${MAIL_FLAGS.join(', ')}` }).optional(),
  sentence: z.custom((value) => z.object({ en: z.string().min(1) }).safeParse(value).success, SENTENCE),
});
const eventClass = z.object({
  eventName: z.string(NAME).min(1, NAME),
  voices: z.partialRecord(z.enum(REASONS), voice, VOICES).refine((voices) => Object.keys(voices).length > 0, {
    error: "must have one at least, such as { direct: { sentence: { en: '…' } } }",
  }),
});

/** Refuses a class whose events could not be fanned out, in a sentence that names the part of it. */
export function requireEventClass(kind: NotificationEventClass): void {
  const { name, eventName, voices } = kind;
  const refusal = refusalOf(eventClass, { eventName, voices });
  if (refusal) throw new Error(`The notification event ${name}: ${refusal}`);
}
