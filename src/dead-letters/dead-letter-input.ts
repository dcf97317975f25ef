import { z } from 'zod';
import { pageInput } from '../input/page.js';
import { type DeadLetterId, readDeadLetterId } from './dead-letter-id.js';

/** Sent again by one call. */
export const MAX_IDS = 1_000;

const deadLetterId = z.string().transform((text, context): DeadLetterId => {
  const id = readDeadLetterId(text);
  if (id) return id;
  context.addIssue('The id of a dead letter is such as mail-812, webhook-812 or event-77.');
  return z.NEVER;
});

/** Events stand before deliveries, whatever their ids: there is no `after`. */
export const deadLettersInput = z.strictObject({
  limit: pageInput.shape.limit,
  before: deadLetterId.optional(),
});
export type DeadLettersInput = z.infer<typeof deadLettersInput>;

export const resendInput = z.strictObject({ ids: z.array(deadLetterId).min(1).max(MAX_IDS) });
export type ResendInput = z.infer<typeof resendInput>;
