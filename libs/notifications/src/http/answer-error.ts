import { type ArgumentsHost, Logger } from '@nestjs/common';
import type { AnsweredRequest, ErrorShape } from './error-shapes.js';
import { failureOf } from './failure.js';
import type { HttpReply } from './platform.js';

const logger = new Logger('ErrorFilter');

/** Answers a request that failed, and logs what is the server's fault. */
export function answerError(error: unknown, host: ArgumentsHost, shape: ErrorShape): void {
  const http = host.switchToHttp();
  const failure = failureOf(error);
  const answer = shape(failure, http.getRequest<AnsweredRequest>());
  const { status, body, contentType = 'application/json; charset=utf-8' } = answer;
  if (status >= 500) logger.error({ err: error }, 'A request failed');
  const reply = http.getResponse<HttpReply>().status(status);
  /* A route that answers HTML has set its own by now. */
  reply.header('content-type', contentType);
  if (status === 503) reply.header('retry-after', '1');
  reply.send(body);
}
