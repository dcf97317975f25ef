import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Caller } from '../domain/caller.js';
import { ForbiddenError } from '../domain/errors.js';

export const REQUIREMENT = 'notifications:requirement';

/** Whether a caller may use a route at all. */
export type Requirement = (caller: Caller) => boolean;

@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const isMet = this.reflector.get<Requirement>(REQUIREMENT, context.getHandler());
    const { caller } = context.switchToHttp().getRequest<{ caller: Caller }>();
    if (!isMet(caller)) throw new ForbiddenError();
    return true;
  }
}
