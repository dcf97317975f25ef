import { GraphQLError } from 'graphql';

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
export interface ToldError {
  readonly message: string;
  readonly locations: readonly { readonly line: number; readonly column: number }[];
  readonly path: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly status_code: number };
}

/** A refusal of ours, which knows its code; the GraphQL engine's own do not. */
export class MondayError extends GraphQLError {
  constructor(
    readonly code: MondayCode,
    message: string,
  ) {
    super(message);
  }
}

/** An error repeats what it does not understand, which may be a megabyte. */
const MAX_MESSAGE = 500;

/** Tells a refusal of ours by its own code, and an error of the engine's by the one that is given. */
export function tellError(error: GraphQLError, engines: MondayCode): ToldError {
  const refusal = [error, error.originalError].find((one) => one instanceof MondayError);
  const code = refusal?.code ?? engines;
  return {
    message: error.message.slice(0, MAX_MESSAGE),
    locations: error.locations ?? [],
    path: error.path ?? [],
    extensions: { code, status_code: STATUSES[code] },
  };
}
