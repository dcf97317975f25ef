import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { answerError } from './answer-error.js';
import type { ErrorShape, ErrorShapes } from './error-shapes.js';
import type { HttpRequest } from './platform.js';

/** A host's global filter: what reached no dialect's controller, in the shape of its path or else in the host's own. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(
    private readonly shapes: ErrorShapes,
    private readonly own: ErrorShape,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const { url } = host.switchToHttp().getRequest<HttpRequest>();
    answerError(error, host, this.shapes.at(url) ?? this.own);
  }
}
