import { GraphQLError } from 'graphql';
import { z } from 'zod';
import { cutMessage } from '../graphql-limits.js';

/** monday's codes for what is wrong with a request, and the status that each stands for. */
const STATUSES = {
  ParseError: 400,
  InvalidArgumentException: 400,
  InvalidUserIdException: 400,
  UserUnauthorizedException: 403,
  ResourceNotFoundException: 404,
  ComplexityException: 429,
} as const;

export type MondayCode = keyof typeof STATUSES;

/** An error as monday tells it since its version 2025-01; places that there are none of are empty lists. */
export const toldError = z.object({
  message: z.string(),
  locations: z.array(z.object({ line: z.int(), column: z.int() })),
  path: z.array(z.union([z.string(), z.int()])),
  extensions: z.object({ code: z.string(), status_code: z.int() }),
});
export type ToldError = z.infer<typeof toldError>;

/** A refusal of ours, which knows its code; the GraphQL engine's own do not. */
export class MondayError extends GraphQLError {
  constructor(
    readonly code: MondayCode,
    message: string,
  ) {
    super(message);
  }
}

/** Tells a refusal of ours by its own code, and an error of the engine's by the one for those. */
export function tellError(error: GraphQLError, otherwise: MondayCode): ToldError {
  const refusal = [error, error.originalError].find((one) => one instanceof MondayError);
  const code = refusal?.code ?? otherwise;
  return {
    message: cutMessage(error.message),
    locations: [...(error.locations ?? [])],
    path: [...(error.path ?? [])],
    extensions: { code, status_code: STATUSES[code] },
  };
}
