import { Child } from '../process/child.ts';
import type { SystemUser } from '../process/run.ts';
import type { TemporaryFolder } from '../process/temporary-folder.ts';
import type { Server } from './service.ts';

interface Start {
  readonly command: string;
  readonly args: readonly string[];
  readonly folder: TemporaryFolder;
  readonly user?: SystemUser;
  /** The signal that asks it to stop at once, and cleanly. */
  readonly stopSignal: NodeJS.Signals;
}

/** Runs a server from its own folder until it answers; both are gone after `stop`. */
export async function startLocalServer(
  url: string,
  answers: (url: string) => Promise<void>,
  { command, args, folder, user, stopSignal }: Start,
): Promise<Server> {
  const child = new Child(command, args, { cwd: folder.path, user });
  const stop = async (): Promise<void> => {
    await child.kill(stopSignal);
    await folder.remove();
  };
  try {
    await child.comesUp(() => answers(url), 30_000);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, origin: command, stop };
}
