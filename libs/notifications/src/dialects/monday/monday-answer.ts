import { z } from 'zod';
import type { AnsweredRequest } from '../../http/error-shapes.js';
import { toldError } from './monday-errors.js';

/** What GraphQL answers; without `data` when nothing was executed, without `errors` when nothing went wrong. */
const result = z.object({
  data: z.record(z.string(), z.unknown()).nullable().optional(),
  errors: z.array(toldError).optional(),
});
export type Result = z.infer<typeof result>;

/** The answer as it is sent: with `account_id`, as monday had it first, and `request_id`, as it has it now. */
export const mondayAnswer = result.extend({
  account_id: z.int().nullable().describe('The tenant; null where no right token was seen'),
  extensions: z.object({ request_id: z.unknown() }),
});
export type MondayAnswer = z.infer<typeof mondayAnswer>;

export function surround(result: Result, { caller, id }: AnsweredRequest): MondayAnswer {
  return { ...result, account_id: caller?.scope.tenantId ?? null, extensions: { request_id: id } };
}
