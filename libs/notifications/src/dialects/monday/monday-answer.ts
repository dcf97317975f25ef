import type { AnsweredRequest } from '../../http/error-shapes.js';
import type { ToldError } from './monday-errors.js';

/** What GraphQL answers; without `data` when nothing was executed. */
export interface Result {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly ToldError[];
}

/** The answer as it is sent: `account_id` as monday had it first, `request_id` as it has it now. */
export interface MondayAnswer extends Result {
  /** The tenant's id; `null` where no right token came with the request. */
  readonly account_id: number | null;
  readonly extensions: { readonly request_id: unknown };
}

export function surround(result: Result, { caller, id }: AnsweredRequest): MondayAnswer {
  return { ...result, account_id: caller?.scope.tenantId ?? null, extensions: { request_id: id } };
}
