import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Caller } from '../domain/caller.js';
import { ForbiddenError } from '../domain/errors.js';

/** A caller who is a person, with an inbox of their own. */
export type Person = Caller & { readonly userId: number };

/** The person whom the host's guard put on `request.caller`; a service token is no person. */
export const CurrentPerson = createParamDecorator((_: unknown, context: ExecutionContext): Person => {
  const { caller } = context.switchToHttp().getRequest<{ caller: Caller }>();
  if (caller.userId === null) throw new ForbiddenError();
  return caller as Person;
});
