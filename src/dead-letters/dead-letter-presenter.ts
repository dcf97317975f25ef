import type { DeadEvent, DeadLetter } from '@kendo/notifications';
import { laravelTime } from '@kendo/notifications/native';
import { z } from 'zod';
import { id } from '../input/id.js';
import { writeDeadLetterId } from './dead-letter-id.js';

export const deadLetterOutput = z.object({
  id: z.string().describe('mail-812 or event-77'),
  event: z.string().nullable().describe("The event's name; null when the event is gone"),
  recipient_id: id.nullable(),
  email: z.string().nullable(),
  reason: z.enum(['refused', 'given_up', 'not_fanned_out']),
  attempts: z.int(),
  created_at: z.iso.datetime(),
  last_answer: z.string().nullable().describe('What the mail server said, or why the last fan-out failed'),
});
export type PresentedDeadLetter = z.infer<typeof deadLetterOutput>;

export function presentDeadMail(mail: DeadLetter): PresentedDeadLetter {
  return {
    id: writeDeadLetterId({ kind: 'mail', id: mail.notificationId }),
    event: mail.eventName,
    recipient_id: mail.recipientId,
    email: mail.email,
    reason: mail.reason,
    attempts: mail.attempts,
    created_at: laravelTime(mail.createdAt),
    last_answer: mail.lastAnswer,
  };
}

export function presentDeadEvent(event: DeadEvent): PresentedDeadLetter {
  return {
    id: writeDeadLetterId({ kind: 'event', id: event.id }),
    event: event.name,
    recipient_id: null,
    email: null,
    reason: 'not_fanned_out',
    attempts: event.attempts,
    created_at: laravelTime(event.recordedAt),
    last_answer: event.error,
  };
}
