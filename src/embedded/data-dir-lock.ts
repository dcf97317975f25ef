import { randomUUID } from 'node:crypto';
import { link, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createDataDir } from '../config/data-dir.js';
import { unlessAbsent } from '../config/unless-absent.js';
import { StartRefused } from '../lifecycle/start-refused.error.js';
import { isRunning, ownIdentity, type ProcessIdentity } from './process-identity.js';

export class DataDirInUse extends StartRefused {}

/** The process that has a data folder, and where it lets operators in. */
export interface Holder extends ProcessIdentity {
  /** The path of a Unix domain socket. Nobody listens there while the process starts. */
  readonly operatorSocket?: string;
}

/**
 * Keeps a second process off a data folder: two databases on the same files would destroy them.
 *
 * The lock is a file `lock.<number>` that names its process. One that a dead process left is not removed and made
 * again, since two could do so at once and both be in; its successor is the next number, which one process gets.
 */
export class DataDirLock {
  private constructor(
    private readonly dataDir: string,
    private readonly number: number,
    private readonly operatorSocket: string,
  ) {}

  static async acquire(dataDir: string, operatorSocket: string): Promise<DataDirLock> {
    await createDataDir(dataDir);
    for (;;) {
      const stale = await refuseIfHeld(dataDir);
      const lock = new DataDirLock(dataDir, Math.max(0, ...stale) + 1, operatorSocket);
      if (!(await lock.take())) continue;
      try {
        /* Between our look and our grasp all of `stale` may have gone, and the numbers begun anew. */
        await refuseIfHeld(dataDir, lock.number);
      } catch (error) {
        await lock.release();
        throw error;
      }
      for (const number of stale) await rm(fileOf(dataDir, number), { force: true });
      return lock;
    }
  }

  async release(): Promise<void> {
    await rm(fileOf(this.dataDir, this.number), { force: true });
  }

  /** Linking a finished file into place happens at once, and never shows a lock that is only half written. */
  private async take(): Promise<boolean> {
    const draft = join(this.dataDir, `lock.${randomUUID()}`);
    const holder: Holder = { ...(await ownIdentity()), operatorSocket: this.operatorSocket };
    await writeFile(draft, JSON.stringify(holder), { mode: 0o600 });
    try {
      await link(draft, fileOf(this.dataDir, this.number));
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      return false;
    } finally {
      await rm(draft);
    }
  }
}

/** Who has the data folder; `undefined` when nobody has, or there is no such folder. */
export async function holderOf(dataDir: string): Promise<Holder | undefined> {
  return runningHolder(dataDir, await locksIn(dataDir));
}

/** Answers the numbers of the locks whose processes are gone. */
async function refuseIfHeld(dataDir: string, own?: number): Promise<number[]> {
  const numbers = (await locksIn(dataDir)).filter((number) => number !== own);
  const holder = await runningHolder(dataDir, numbers);
  if (!holder) return numbers;
  throw new DataDirInUse(
    `The data folder ${dataDir} is in use by the process ${holder.pid}. ` +
      'Stop that one first, or set DATA_DIR to another folder.',
  );
}

async function runningHolder(dataDir: string, locks: readonly number[]): Promise<Holder | undefined> {
  for (const number of locks) {
    const holder = await readHolder(fileOf(dataDir, number));
    if (holder && (await isRunning(holder))) return holder;
  }
  return undefined;
}

async function locksIn(dataDir: string): Promise<number[]> {
  const names = (await unlessAbsent(readdir(dataDir))) ?? [];
  const locks = names.filter((name) => /^lock\.\d+$/.test(name));
  return locks.map((name) => Number(name.slice('lock.'.length)));
}

/** Of a lock that was released meanwhile, or not written by us, nobody. */
async function readHolder(file: string): Promise<Holder | null> {
  const text = (await unlessAbsent(readFile(file, 'utf8'))) ?? 'null';
  try {
    return JSON.parse(text) as Holder | null;
  } catch {
    return null;
  }
}

function fileOf(dataDir: string, number: number): string {
  return join(dataDir, `lock.${number}`);
}
