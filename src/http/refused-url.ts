import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';

/** A URL that the router cannot read comes to no hook and no filter; it is answered in the shape of all errors. */
export function refuseUrl({ statusCode }: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  void reply
    .status(statusCode ?? 400)
    .header('x-request-id', request.id)
    .send({ message: 'The URL cannot be read.' });
}
