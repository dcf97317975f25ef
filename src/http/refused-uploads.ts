import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { READS_ON } from './reading-on.js';

/** A body that is refused unread is read and thrown away for a while: who still sends when we hang up never reads why. */
export function readOnRefusedUploads(server: FastifyInstance): void {
  server.addHook('onSend', async ({ raw }, reply) => {
    if (reply.statusCode >= 400 && !raw.complete) await drain(raw);
  });
}

/** Until it ends, falls silent, or goes on for too long. */
async function drain(upload: IncomingMessage): Promise<void> {
  const timers: NodeJS.Timeout[] = [];
  await new Promise<void>((done) => {
    const silence = setTimeout(done, READS_ON.silence);
    timers.push(silence, setTimeout(done, READS_ON.atMost));
    upload.on('data', () => silence.refresh());
    for (const event of ['end', 'close']) upload.once(event, () => done());
  });
  timers.forEach(clearTimeout);
}
