import type { FastifyInstance } from 'fastify';

/** A connection whose request was under way when the server stopped listening ends with its answer, not minutes later. */
export function endConnectionsOnStop(server: FastifyInstance): void {
  server.addHook('onSend', (_request, reply, payload, done) => {
    if (!server.server.listening) reply.header('connection', 'close');
    done(null, payload);
  });
}
