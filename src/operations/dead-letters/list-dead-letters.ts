import type { Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import type { Operator } from '../../accounts/author.js';
import { type DeadLettersInput, deadLettersInput } from '../../dead-letters/dead-letter-input.js';
import { DeadLettersService } from '../../dead-letters/dead-letters.service.js';
import { TenantOperation } from '../operation.js';

@Injectable()
export class ListDeadLetters extends TenantOperation<DeadLettersInput> {
  readonly input = deadLettersInput;

  constructor(private readonly deadLetters: DeadLettersService) {
    super();
  }

  async run(work: Work, _: Operator, page: DeadLettersInput) {
    return this.deadLetters.list(work, page);
  }
}
