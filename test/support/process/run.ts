import { execFile, type ExecFileException } from 'node:child_process';
import { promisify } from 'node:util';

interface RunOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly user?: SystemUser;
  readonly timeout?: number;
}

export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

const execute = promisify(execFile);

/** Runs a command to its end and gives what it printed; an error carries what it complained of. */
export async function run(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  const { user, ...rest } = options;
  try {
    const { stdout } = await execute(command, [...args], { ...rest, ...user, maxBuffer: 64 * 1024 * 1024 });
    return stdout.trim();
  } catch (error) {
    const { stdout = '', stderr = '', message } = error as ExecFileException;
    throw new Error(`${stderr}${stdout}`.trim() || message, { cause: error });
  }
}
