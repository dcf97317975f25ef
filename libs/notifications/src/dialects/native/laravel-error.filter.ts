import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { ConflictError, ForbiddenError, InvalidInputError, NotFoundError } from '../../domain/errors.js';
import { isPassing } from '../../persistence/passing-error.js';

interface LaravelError {
  status: number;
  body: { message: string; errors?: Readonly<Record<string, readonly string[]>> };
}

/** The part of the host's HTTP platform that an error needs: Fastify's reply and Express' response both have it. */
interface Reply {
  status(code: number): Reply;
  header(name: string, value: string): Reply;
  send(body: unknown): unknown;
}

/** Every error in the shape of Laravel's JSON answers (behaviour of the native dialect). */
@Catch()
export class LaravelErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger(LaravelErrorFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const { status, body } = this.present(error);
    if (status >= 500) this.logger.error({ err: error }, 'A request failed');
    /* A route that answers HTML has set its own content type by now. */
    const reply = host.switchToHttp().getResponse<Reply>().status(status);
    if (status === 503) reply.header('retry-after', '1');
    reply.header('content-type', 'application/json; charset=utf-8').send(body);
  }

  private present(error: unknown): LaravelError {
    if (error instanceof InvalidInputError) return { status: 422, body: invalid(error) };
    if (error instanceof NotFoundError) return { status: 404, body: { message: error.message } };
    if (error instanceof ForbiddenError) return { status: 403, body: { message: error.message } };
    if (error instanceof ConflictError) return { status: 409, body: { message: error.message } };
    if (error instanceof HttpException) return fromHttp(error);
    if (isPassing(error)) return { status: 503, body: { message: 'Service Unavailable' } };
    const status = clientErrorStatus(error);
    return status && error instanceof Error
      ? { status, body: { message: error.message } }
      : { status: 500, body: { message: 'Server Error' } };
  }
}

/** Laravel's summary: the first sentence, and how many more there are. */
function invalid({ message, errors }: InvalidInputError): LaravelError['body'] {
  const more = Object.values(errors).flat().length - 1;
  const rest = more > 0 ? ` (and ${more} more ${more === 1 ? 'error' : 'errors'})` : '';
  return { message: message + rest, errors };
}

function fromHttp(error: HttpException): LaravelError {
  const status = error.getStatus();
  const message = { 401: 'Unauthenticated.', 404: 'Not found.', 429: 'Too Many Attempts.' }[status];
  return { status, body: { message: message ?? error.message } };
}

/** Fastify's own refusals (malformed JSON, too large, a foreign content type) carry a `statusCode`. */
function clientErrorStatus(error: unknown): number | null {
  if (!(error instanceof Error) || !('statusCode' in error)) return null;
  const status = Number(error.statusCode);
  return status >= 400 && status < 500 ? status : null;
}
