import { access } from 'node:fs/promises';
import { run } from '../process/run.ts';
import type { Way } from './service.ts';

/** For a bare machine or container: installs what is missing, then does as if it had been there. */
export const debianPackages: Way = {
  name: 'packages of Debian',
  async open(service) {
    await installPackage(service.debianPackage, service.title);
    return service.startLocally();
  },
};

export async function installPackage(name: string, purpose: string): Promise<void> {
  if (process.getuid?.() !== 0) throw new Error('only root can install packages');
  await access('/etc/debian_version');
  const apt = (...args: string[]): Promise<string> =>
    run('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  console.log(`Installing ${name} with apt-get, since nothing else offers ${purpose}.`);
  await apt('update');
  await apt('install', '-y', '--no-install-recommends', name);
}
