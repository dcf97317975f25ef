import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import {
  type Caller,
  presentedToken,
  PUBLIC_ROUTE,
  TOKEN_PLACES,
  type TokenPlace,
  UnauthenticatedError,
} from '@kendo/notifications';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccessTokens } from './access-tokens.js';
import { RateLimits } from './rate-limits.js';
import { parseToken } from './token-secret.js';

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller;
  }
}

/** Every route wants a token of its tenant, unless it is marked as public. */
@Injectable()
export class TokenGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: AccessTokens,
    private readonly limits: RateLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride(PUBLIC_ROUTE, targets)) return true;
    const places = this.reflector.getAllAndOverride<TokenPlace[] | undefined>(TOKEN_PLACES, targets);
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const text = presentedToken(request, places ?? ['bearer']);
    request.caller = await this.authenticate(text, request, reply);
    await this.limits.countRequest(request.caller, reply);
    return true;
  }

  /** Wrong tokens are counted after they proved wrong, so that they never stand in the way of a right one. */
  private async authenticate(
    text: string | undefined,
    { scope, ip }: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Caller> {
    const token = text === undefined ? undefined : parseToken(text);
    const caller = token && (await this.tokens.callerWith(scope, token));
    if (caller) return caller;
    if (text !== undefined) await this.limits.countWrongToken(ip, reply);
    reply.header('www-authenticate', 'Bearer');
    throw new UnauthenticatedError(text !== undefined);
  }
}
