import { PUBLIC_ROUTE } from '@kendo/notifications';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Authentication } from './authentication.js';

/** Every route wants a token of its tenant, unless it is marked as public. */
@Injectable()
export class TokenGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authentication: Authentication,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride(PUBLIC_ROUTE, [context.getHandler(), context.getClass()]))
      return true;
    const http = context.switchToHttp();
    await this.authentication.identify(http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
    return true;
  }
}
