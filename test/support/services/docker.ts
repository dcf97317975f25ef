import { randomBytes } from 'node:crypto';
import { eventually } from '../eventually.ts';
import { freePort } from '../process/free-port.ts';
import { whenOrphaned } from '../process/orphans.ts';
import { run } from '../process/run.ts';
import type { Server, Service, Way } from './service.ts';

export const docker: Way = {
  name: 'Docker',
  async open(service) {
    await run('docker', ['info'], { timeout: 10_000 });
    const name = `kendo-test-${randomBytes(6).toString('hex')}`;
    const callOff = whenOrphaned('docker rm -f "$1"', name);
    const stop = async (): Promise<void> => {
      await run('docker', ['rm', '-f', name]);
      callOff();
    };
    try {
      return await start(service, name, stop);
    } catch (error) {
      await stop();
      throw error;
    }
  },
};

async function start(service: Service, name: string, stop: () => Promise<void>): Promise<Server> {
  const { image, port, environment, url } = service.container;
  const here = await freePort();
  const settings = Object.entries(environment).flatMap(([key, value]) => ['-e', `${key}=${value}`]);
  await run('docker', ['run', '-d', '--name', name, '-p', `127.0.0.1:${here}:${port}`, ...settings, image]);
  await eventually(() => service.answers(url(here)), { within: 60_000, every: 200 });
  return { url: url(here), origin: `${image} in Docker`, stop };
}
