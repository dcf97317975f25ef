import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Caller } from '../domain/caller.js';
import { ForbiddenError } from '../domain/errors.js';

/** A caller who is a person, with an inbox of their own. */
export type Person = Caller & { readonly userId: number };

/** Whom the host's guard put on `request.caller`: a person or a service. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  return callerOf(context);
});

/** The person of the request; a service token is no person. */
export const CurrentPerson = createParamDecorator((_: unknown, context: ExecutionContext): Person => {
  const caller = callerOf(context);
  if (caller.userId === null) throw new ForbiddenError();
  return caller as Person;
});

function callerOf(context: ExecutionContext): Caller {
  return context.switchToHttp().getRequest<{ caller: Caller }>().caller;
}
