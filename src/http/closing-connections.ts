import type { FastifyInstance } from 'fastify';

const LOOK_EVERY_MS = 100;
/** For answers that are under way; who reads one more slowly is cut off. */
const ANSWER_WITHIN_MS = 10_000;

/**
 * A server that is asked to stop keeps no connection any more: the next request of its caller goes elsewhere. It
 * finishes the requests under way, and then ends what is still connected: Node would wait for ever for a connection
 * that never sends a request, as browsers and load balancers open them.
 */
export function endConnectionsOnStop(server: FastifyInstance, isLeaving: () => boolean): void {
  let underWay = 0;
  let looking: NodeJS.Timeout | undefined;
  server.addHook('onRequest', (_request, reply, done) => {
    underWay += 1;
    reply.raw.once('close', () => (underWay -= 1));
    done();
  });
  server.addHook('onSend', (_request, reply, payload, done) => {
    if (isLeaving()) reply.header('connection', 'close');
    done(null, payload);
  });
  server.addHook('preClose', (done) => {
    const deadline = performance.now() + ANSWER_WITHIN_MS;
    const endWhenQuiet = () => {
      if (underWay === 0 || performance.now() > deadline) server.server.closeAllConnections();
    };
    looking = setInterval(endWhenQuiet, LOOK_EVERY_MS);
    done();
  });
  server.addHook('onClose', (_server, done) => {
    clearInterval(looking);
    done();
  });
}
