import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { HttpRequest } from '../../../http/platform.js';
import { presentedToken } from '../../../http/presented-token.js';
import { invalidPayload } from '../errors/directus-error.js';

/** A request that brings two tokens does not say who is calling. */
@Injectable()
export class OneTokenGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<HttpRequest>();
    const isThere = (place: 'bearer' | 'access_token') => presentedToken(request, [place]) !== undefined;
    if (isThere('bearer') && isThere('access_token')) {
      throw invalidPayload('The request uses more than one method for including an access token');
    }
    return true;
  }
}
