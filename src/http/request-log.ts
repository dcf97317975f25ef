import { pathOf } from '@kendo/notifications';
import type { FastifyInstance } from 'fastify';
import { duringRequest } from '../logging/current-request.js';

/** One line for each request, and its id in the answer and in every line that is logged on its behalf. */
export function logRequests(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    duringRequest(request.id, done);
  });
  /* Again, since reading a body leaves the context in which the request came. */
  server.addHook('preHandler', (request, _reply, done) => duringRequest(request.id, done));
  server.addHook('onResponse', (request, reply, done) => {
    server.log.info(
      {
        requestId: request.id,
        method: request.method,
        path: loggedPath(request.url),
        tenant: request.tenant?.slug,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'request',
    );
    done();
  });
}

/** Without the query, in which tokens may be sent, and without the signature that stands for a session. */
function loggedPath(url: string): string {
  return pathOf(url).replace(/^(\/unsubscribe\/[^/]*)\/.*/s, '$1/…');
}
