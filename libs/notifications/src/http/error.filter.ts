import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { AnsweredRequest, ErrorShape, ErrorShapes } from './error-shapes.js';
import { failureOf } from './failure.js';

/** The part of the host's HTTP platform that an error needs: Fastify's reply and Express' response both have it. */
interface Reply {
  status(code: number): Reply;
  header(name: string, value: string): Reply;
  send(body: unknown): unknown;
}

/** A host's global filter: every error in the shape of the dialect whose path it is, or else in the host's own. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger(ErrorFilter.name);

  constructor(
    private readonly shapes: ErrorShapes,
    private readonly own: ErrorShape,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<AnsweredRequest>();
    const shape = this.shapes.at(request.url) ?? this.own;
    const {
      status,
      body,
      contentType = 'application/json; charset=utf-8',
    } = shape(failureOf(error), request);
    if (status >= 500) this.logger.error({ err: error }, 'A request failed');
    /* A route that answers HTML has set its own content type by now. */
    const reply = http.getResponse<Reply>().status(status).header('content-type', contentType);
    if (status === 503) reply.header('retry-after', '1');
    reply.send(body);
  }
}
