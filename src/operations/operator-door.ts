import { Logger } from '@nestjs/common';
import { fastify, type FastifyError } from 'fastify';
import { endConnectionsOnStop } from '../http/closing-connections.js';
import type { OperationName } from './catalogue.js';
import { OperationRefused } from './operation-refused.error.js';
import type { Operations } from './operations.js';

export interface OperatorDoor {
  /** Finishes what is under way. */
  close(): Promise<unknown>;
}

/**
 * Lets operators in through a Unix domain socket, in HTTP: `POST /tenants.list` with the input as JSON. Who may open
 * the socket's folder is an operator; there is no other check, and no way here from the network.
 */
export async function openOperatorDoor(operations: Operations, path: string): Promise<OperatorDoor> {
  const logger = new Logger('OperatorDoor');
  const server = fastify();
  endConnectionsOnStop(server, () => !server.server.listening);
  server.post<{ Params: { operation: OperationName }; Body: Readonly<Record<string, unknown>> }>(
    '/:operation',
    ({ params, body }) => operations.run(params.operation, body),
  );
  server.setErrorHandler(async (error: FastifyError | OperationRefused, _request, reply) => {
    const status = error instanceof OperationRefused ? 422 : (error.statusCode ?? 500);
    if (status < 500) return reply.status(status).send({ message: error.message });
    logger.error({ err: error }, 'An operation failed');
    return reply.status(500).send({ message: 'The server failed at this; its log says why.' });
  });
  await server.listen({ path });
  return server;
}
