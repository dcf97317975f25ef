import type { Work } from '@kendo/notifications';
import type { z } from 'zod';
import type { Operator } from '../accounts/author.js';

/** One record, or a list of them; their fields are plain values, as JSON has them. */
export type Answer = object;

/** One thing that an operator can do with the installation. */
export abstract class Operation<Input> {
  abstract readonly input: z.ZodType<Input>;
  abstract run(by: Operator, input: Input): Promise<Answer>;
}

/** One thing that an operator can do in one tenant: one transaction, under its row-level security. */
export abstract class TenantOperation<Input> {
  /** Without the tenant itself. */
  abstract readonly input: z.ZodType<Input>;
  abstract run(work: Work, by: Operator, input: Input): Promise<Answer>;
}
