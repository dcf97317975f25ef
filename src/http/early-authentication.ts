import type { FastifyInstance } from 'fastify';
import { type Authentication, routeOf } from '../accounts/authentication.js';

/**
 * Who calls is known, and counted, before a body is read or a method refused: a stranger's megabyte is nobody's work.
 * Routes that are elsewhere are the guard's.
 */
export function authenticateEarly(server: FastifyInstance, authentication: Authentication): void {
  server.addHook('onRequest', async (request, reply) => {
    if (authentication.isDueOn(routeOf(request))) await authentication.identify(request, reply);
  });
}
