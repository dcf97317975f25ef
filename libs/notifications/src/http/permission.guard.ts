import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Caller } from '../domain/caller.js';
import { ForbiddenError } from '../domain/errors.js';

export const REQUIRED_PERMISSION = 'notifications:required-permission';

@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const permission = this.reflector.get<string>(REQUIRED_PERMISSION, context.getHandler());
    const { caller } = context.switchToHttp().getRequest<{ caller: Caller }>();
    if (!caller.can(permission)) throw new ForbiddenError();
    return true;
  }
}
