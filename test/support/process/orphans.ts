import { spawn } from 'node:child_process';
import type { Socket } from 'node:net';

/**
 * Runs a shell line when this process is gone without having said goodbye, killed with -9 even: a shell waits for the
 * end of a pipe that only we hold open. Returns how to call it off.
 */
export function whenOrphaned(line: string, ...args: string[]): () => void {
  const shell = spawn('sh', ['-c', `read -r _; ${line}`, 'sh', ...args], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  shell.unref();
  (shell.stdin as Socket).unref();
  return () => shell.kill('SIGKILL');
}
