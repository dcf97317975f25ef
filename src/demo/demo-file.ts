import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createDataDir } from '../config/data-dir.js';
import { unlessAbsent } from '../config/unless-absent.js';

/** `demo.json`: who there is in the demo, and the tokens, which stand nowhere else. */
export interface Demo {
  readonly tenants: readonly DemoTenantEntry[];
  /** Relative to the data folder. */
  readonly mail_dir: string;
}

export interface DemoTenantEntry {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly url: string;
  readonly users: readonly DemoUserEntry[];
  readonly service_token: string;
  readonly projects: readonly DemoProjectEntry[];
  readonly teams: readonly NamedEntry[];
}

export interface DemoUserEntry extends NamedEntry {
  readonly uuid: string;
  readonly handle: string;
  readonly email: string;
  readonly role: string;
  readonly token: string;
}

export interface DemoProjectEntry extends NamedEntry {
  readonly prefix: string;
  readonly lanes: readonly NamedEntry[];
  readonly members: readonly string[];
}

export interface NamedEntry {
  readonly id: number;
  readonly name: string;
}

export function demoFile(dataDir: string): string {
  return join(dataDir, 'demo.json');
}

export async function readDemo(dataDir: string): Promise<Demo | undefined> {
  const text = await unlessAbsent(readFile(demoFile(dataDir), 'utf8'));
  return text === undefined ? undefined : (JSON.parse(text) as Demo);
}

/** On the disk when it returns, whole or not at all. */
export async function writeDemo(dataDir: string, demo: Demo): Promise<void> {
  await createDataDir(dataDir);
  const draft = `${demoFile(dataDir)}.${process.pid}`;
  const handle = await open(draft, 'w', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(demo, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, demoFile(dataDir));
}
