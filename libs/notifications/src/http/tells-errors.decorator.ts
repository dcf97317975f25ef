import { type ArgumentsHost, Catch, type ExceptionFilter, UseFilters } from '@nestjs/common';
import { answerError } from './answer-error.js';
import type { ErrorShape } from './error-shapes.js';

@Catch()
class ShapedErrorFilter implements ExceptionFilter {
  constructor(private readonly shape: ErrorShape) {}

  catch(error: unknown, host: ArgumentsHost): void {
    answerError(error, host, this.shape);
  }
}

/** For a dialect's controllers: their errors are told in its shape, however the path that led there was written. */
export const TellsErrors = (shape: ErrorShape) => UseFilters(new ShapedErrorFilter(shape));
