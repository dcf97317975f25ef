import type { DeadEvent, DeadLetter } from '@kendo/notifications';
import { laravelTime } from '@kendo/notifications/native';
import { z } from 'zod';
import { id } from '../input/id.js';
import { idOfDelivery, idOfEvent, writeDeadLetterId } from './dead-letter-id.js';

export const deadLetterOutput = z.object({
  id: z.string().describe('mail-812, webhook-812 or event-77'),
  channel: z.string().nullable().describe('mail or another channel; null for an event'),
  event: z.string().nullable().describe("The event's name; null when the event is gone"),
  recipient_id: id.nullable(),
  email: z.string().nullable(),
  reason: z.enum(['refused', 'given_up', 'not_fanned_out']),
  attempts: z.int(),
  created_at: z.iso.datetime(),
  last_answer: z.string().nullable().describe('What the other side said, or why the last fan-out failed'),
});
export type PresentedDeadLetter = z.infer<typeof deadLetterOutput>;

export function presentDeadDelivery(letter: DeadLetter): PresentedDeadLetter {
  return {
    id: writeDeadLetterId(idOfDelivery(letter)),
    channel: letter.channel,
    event: letter.eventName,
    recipient_id: letter.recipientId,
    email: letter.email,
    reason: letter.reason,
    attempts: letter.attempts,
    created_at: laravelTime(letter.createdAt),
    last_answer: letter.lastAnswer,
  };
}

export function presentDeadEvent(event: DeadEvent): PresentedDeadLetter {
  return {
    id: writeDeadLetterId(idOfEvent(event.id)),
    channel: null,
    event: event.name,
    recipient_id: null,
    email: null,
    reason: 'not_fanned_out',
    attempts: event.attempts,
    created_at: laravelTime(event.recordedAt),
    last_answer: event.error,
  };
}
