import { access, constants, readdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { run } from '../process/run.ts';

export interface Binary {
  readonly path: string;
  readonly version: number;
}

/** The newest program of this name in the folders, if it is new enough by its own word. */
export async function newestBinary(
  name: string,
  oldest: number,
  folders: readonly string[],
): Promise<Binary> {
  const found: Binary[] = [];
  for (const folder of folders) {
    const path = join(folder, name);
    if (await isProgram(path)) found.push({ path, version: await majorVersion(path) });
  }
  const newest = found.sort((one, other) => other.version - one.version)[0];
  if (!newest) throw new Error(`no ${name} on this machine`);
  if (newest.version < oldest) throw new Error(`${newest.path} is ${newest.version}, older than ${oldest}`);
  return newest;
}

export function searchPath(): string[] {
  return (process.env.PATH ?? '').split(delimiter).filter(Boolean);
}

/** Debian keeps PostgreSQL's server programs out of the search path, one folder for each version. */
export async function debianPostgresFolders(): Promise<string[]> {
  const versions = await readdir('/usr/lib/postgresql').catch(() => []);
  return versions.map((version) => `/usr/lib/postgresql/${version}/bin`);
}

async function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** `postgres (PostgreSQL) 15.18` and `Redis server v=7.0.15` alike. */
async function majorVersion(path: string): Promise<number> {
  const printed = await run(path, ['--version']);
  return Number(/(?:v=|\) )(\d+)/.exec(printed)?.[1] ?? 0);
}
