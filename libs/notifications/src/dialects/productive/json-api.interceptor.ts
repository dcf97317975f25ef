import {
  type CallHandler,
  type ExecutionContext,
  HttpException,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { Observable } from 'rxjs';
import type { Caller } from '../../domain/caller.js';
import { JSON_API_ANSWER } from './json-api-document.js';
import { checkAccept, checkContentType } from './media-types.js';

/** The parts of the HTTP platform that this needs; Fastify and Express both have them. */
interface Request {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly caller: Caller;
}
interface Reply {
  header(name: string, value: string): unknown;
}

/** What every request of the dialect agrees on first: media types, and which organization it means. */
@Injectable()
export class JsonApiInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const { headers, caller } = http.getRequest<Request>();
    const reply = http.getResponse<Reply>();
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
