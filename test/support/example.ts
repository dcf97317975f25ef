import { cp, mkdir, readFile, symlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { run } from './process/run.ts';
import { temporaryFolder, type TemporaryFolder } from './process/temporary-folder.ts';

const EXAMPLE = resolve('examples/invoices');
const LIBRARY = resolve('libs/notifications');

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/**
 * A copy of the example host far from this repository, with the packed library in it, compiled. What the two declare
 * to need is linked from the repository's own installation, and nothing else: an import of anything undeclared fails.
 */
export async function installExample(): Promise<TemporaryFolder> {
  const folder = await temporaryFolder('example');
  const library = join(folder.path, 'node_modules/@kendo/notifications');
  for (const part of ['src', 'package.json', 'seed.sql', 'tsconfig.json']) {
    await cp(join(EXAMPLE, part), join(folder.path, part), { recursive: true });
  }
  await mkdir(library, { recursive: true });
  const tarball = await run('npm', ['pack', '--silent', '--pack-destination', folder.path], { cwd: LIBRARY });
  await run('tar', ['-xzf', join(folder.path, tarball), '-C', library, '--strip-components=1']);
  for (const name of new Set([...(await needed(folder.path)), ...(await needed(library))])) {
    await link(name, folder.path);
  }
  await run(process.execPath, ['node_modules/typescript/bin/tsc'], { cwd: folder.path });
  return folder;
}

/** Of an example its development needs as well: it is compiled here, and the library is not. */
async function needed(folder: string): Promise<string[]> {
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;
  const development = folder.endsWith('@kendo/notifications') ? {} : manifest.devDependencies;
  const all = { ...manifest.dependencies, ...manifest.peerDependencies, ...development };
  return Object.keys(all).filter((name) => name !== '@kendo/notifications');
}

async function link(name: string, folder: string): Promise<void> {
  const place = join(folder, 'node_modules', name);
  await mkdir(dirname(place), { recursive: true });
  await symlink(resolve('node_modules', name), place, 'junction');
}
