import { once } from 'node:events';
import type { FastifyInstance } from 'fastify';

const AT_MOST_MS = 5_000;

/** A body that is too large is read on and thrown away for a while: who still sends when we hang up never reads why. */
export function readOnRefusedUploads(server: FastifyInstance): void {
  server.addHook('onSend', async ({ raw }, reply) => {
    if (reply.statusCode !== 413 || raw.complete) return;
    raw.resume();
    await once(raw, 'end', { signal: AbortSignal.timeout(AT_MOST_MS) }).catch(() => undefined);
  });
}
