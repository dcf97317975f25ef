import { readFile } from 'node:fs/promises';

export interface ProcessIdentity {
  readonly pid: number;
  /** When it started, counted from which boot; absent where the system does not tell (no /proc). */
  readonly started?: string;
}

/** Who this process is, told apart from a later one: pids come round again, and every container has a pid 1. */
export async function ownIdentity(): Promise<ProcessIdentity> {
  const status = await statusOf(process.pid);
  return { pid: process.pid, started: status?.started };
}

export async function isRunning({ pid, started }: ProcessIdentity): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    /* EPERM: it is there, and somebody else's. */
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const status = await statusOf(pid);
  if (!status) return true;
  return !status.dead && (started === undefined || started === status.started);
}

async function statusOf(pid: number): Promise<{ dead: boolean; started: string } | null> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    /* The name, in parentheses, may hold spaces; after it the state stands first and the start time 20th. */
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { dead: ['Z', 'X'].includes(fields[0] ?? ''), started: `${boot.trim()}/${fields[19]}` };
  } catch {
    return null;
  }
}
