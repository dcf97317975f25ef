import { Redis } from 'ioredis';
import { freePort } from '../process/free-port.ts';
import { temporaryFolder } from '../process/temporary-folder.ts';
import { newestBinary, searchPath } from './binaries.ts';
import { startLocalServer } from './local-server.ts';
import type { Server, Service } from './service.ts';

/** `REDIS_URL` may name any Redis here; its logical databases 1 to 14 are emptied and used. */
export const redis: Service = {
  title: 'Redis 7 or newer',
  variable: 'REDIS_URL',
  advice: 'Install Redis (Debian: apt-get install redis-server; macOS: brew install redis) or Docker',
  debianPackage: 'redis-server',
  container: { image: 'redis:7-alpine', port: 6379, environment: {}, url },
  answers: (address) => askRedis(address, async (client) => void (await client.ping())),
  startLocally,
};

/** One short conversation with a Redis, which fails at once where nobody answers. */
export async function askRedis<Answer>(
  address: string,
  ask: (client: Redis) => Promise<Answer>,
): Promise<Answer> {
  const client = new Redis(address, { lazyConnect: true, retryStrategy: null, connectTimeout: 5_000 });
  /* `connect` tells of it as well; without a listener it would be printed too. */
  client.on('error', () => {});
  await client.connect();
  try {
    return await ask(client);
  } finally {
    client.disconnect();
  }
}

function url(port: number): string {
  return `redis://127.0.0.1:${port}`;
}

async function startLocally(): Promise<Server> {
  const { path } = await newestBinary('redis-server', 7, searchPath());
  const folder = await temporaryFolder('redis');
  const port = await freePort();
  return startLocalServer(url(port), redis.answers, {
    command: path,
    args: ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    folder,
    stopSignal: 'SIGTERM',
  });
}
