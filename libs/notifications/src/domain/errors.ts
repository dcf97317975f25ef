/** Absent, another tenant's, or not the caller's to know about: the three cannot be told apart. */
export class NotFoundError extends Error {
  constructor() {
    super('Not found.');
  }
}

/** No token, or one that is not right on this tenant's host. */
export class UnauthenticatedError extends Error {
  constructor(
    /** Whether there was a token at all. */
    readonly presented: boolean,
  ) {
    super('Unauthenticated.');
  }
}

/** The caller may know that the thing exists, but may not do this to it. */
export class ForbiddenError extends Error {
  constructor() {
    super('This action is unauthorized.');
  }
}

/** The same request is being worked on at this moment. */
export class ConflictError extends Error {
  constructor() {
    super('A request with this Idempotency-Key is still being processed.');
  }
}

/** A limit of so many requests was reached. */
export class TooManyRequestsError extends Error {
  constructor(
    readonly limit: number,
    /** When there are requests left again. */
    readonly reset: Date,
  ) {
    super('Too Many Attempts.');
  }
}

/** A question whose answer takes longer than one may wait for it. */
export class TooSlowError extends Error {
  constructor() {
    super('The answer took longer than 2 seconds. Please ask for less.');
  }
}

/** Input that was understood and refused. Keys are paths such as `notification_ids.1`, values are sentences. */
export class InvalidInputError extends Error {
  constructor(readonly errors: Readonly<Record<string, readonly string[]>>) {
    super(Object.values(errors)[0]?.[0] ?? 'The given data was invalid.');
  }
}
