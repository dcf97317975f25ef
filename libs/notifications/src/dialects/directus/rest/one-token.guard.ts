import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { presentedToken } from '../../../http/presented-token.js';
import { invalidPayload } from '../errors/directus-error.js';

type Request = Parameters<typeof presentedToken>[0];

/** A request that brings two tokens does not say who is calling. */
@Injectable()
export class OneTokenGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    const isThere = (place: 'bearer' | 'access_token') => presentedToken(request, [place]) !== undefined;
    if (isThere('bearer') && isThere('access_token')) {
      throw invalidPayload('The request uses more than one method for including an access token');
    }
    return true;
  }
}
