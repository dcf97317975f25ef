import type { ErrorShape } from '@kendo/notifications';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';

/** A URL that the router cannot read comes to no hook and no filter; it is answered in the shape of its path. */
export function refuseUrls(shapeAt: (url: string) => ErrorShape) {
  return (cause: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
    const failure = {
      status: cause.statusCode ?? 400,
      message: 'The URL cannot be read.',
      fields: null,
      cause,
    };
    const {
      status,
      body,
      contentType = 'application/json; charset=utf-8',
    } = shapeAt(request.url)(failure, request);
    void reply.status(status).headers({ 'content-type': contentType, 'x-request-id': request.id }).send(body);
  };
}
