import { type Caller, pathOf, presentedToken, TokenPlaces, UnauthenticatedError } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccessTokens } from './access-tokens.js';
import { RateLimits } from './rate-limits.js';
import { parseToken } from './token-secret.js';

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller;
  }
}

/** Who calls: found, and counted, once in a request. */
@Injectable()
export class Authentication {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly limits: RateLimits,
    private readonly places: TokenPlaces,
  ) {}

  /** On paths where every request needs a token, whatever comes of it: a public route has its place elsewhere. */
  isDueOn(path: string): boolean {
    return path.startsWith('/api/') || this.places.at(path) !== undefined;
  }

  /** Puts the caller on the request. Throws for who is nobody here, and for who calls too often. */
  async identify(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (Object.hasOwn(request, 'caller')) return;
    const text = presentedToken(request, this.places.at(routeOf(request)) ?? ['bearer']);
    request.caller = await this.callerWith(text, request, reply);
    await this.limits.countRequest(request.caller, reply);
  }

  /** Wrong tokens are counted after they proved wrong, so that they never stand in the way of a right one. */
  private async callerWith(
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

/** The route's pattern, however the URL spells it; the URL where there is no route. */
export function routeOf({ routeOptions, url }: FastifyRequest): string {
  return routeOptions.url ?? pathOf(url);
}
