import type { Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Operator } from '../../accounts/author.js';
import { writeDeadLetterId } from '../../dead-letters/dead-letter-id.js';
import { deadLettersInput, resendInput } from '../../dead-letters/dead-letter-input.js';
import { DeadLettersService } from '../../dead-letters/dead-letters.service.js';
import { TenantOperation } from '../operation.js';

const input = z
  .object({
    ids: resendInput.shape.ids.optional(),
    all: z.boolean().default(false),
    /** With `all`: where the call before ended. */
    before: deadLettersInput.shape.before,
  })
  .refine(({ ids, all }) => (ids !== undefined) !== all, { error: 'Name the dead letters, or say --all.' });
type Input = z.infer<typeof input>;

/** A bounded piece of all that there are; `next` says where the next one begins. */
@Injectable()
export class ResendDeadLetters extends TenantOperation<Input> {
  readonly input = input;

  constructor(private readonly deadLetters: DeadLettersService) {
    super();
  }

  async run(work: Work, by: Operator, { ids, before }: Input) {
    if (!ids) {
      const { count, next } = await this.deadLetters.resendNext(work, by, before);
      return { resent: count, next: next && writeDeadLetterId(next) };
    }
    await this.deadLetters.resend(work, by, ids);
    return { resent: ids.length, next: null };
  }
}
