import {
  type CallHandler,
  type ExecutionContext,
  HttpException,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { Observable } from 'rxjs';
import type { Caller } from '../../domain/caller.js';
import type { HttpReply, HttpRequest } from '../../http/platform.js';
import { JSON_API_ANSWER } from './json-api-document.js';
import { checkAccept, checkContentType } from './media-types.js';

/** What every request of the dialect agrees on first: media types, and which organization it means. */
@Injectable()
export class JsonApiInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const { headers, caller } = http.getRequest<HttpRequest & { caller: Caller }>();
    const reply = http.getResponse<HttpReply>();
    reply.header('content-type', JSON_API_ANSWER);
    reply.header('cache-control', 'private, no-cache');
    reply.header('vary', 'Accept, Authorization, X-Auth-Token, X-Organization-Id');
    checkContentType(headers['content-type']?.toString());
    checkAccept(headers['accept']?.toString());
    const organization = headers['x-organization-id'];
    if (organization !== undefined && organization !== String(caller.scope.tenantId)) {
      throw new HttpException('X-Organization-Id does not name the organization of this host.', 403);
    }
    return next.handle();
  }
}
