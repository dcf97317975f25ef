import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { eventually } from '../eventually.ts';
import { whenOrphaned } from './orphans.ts';
import type { SystemUser } from './run.ts';

interface ChildOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly user?: SystemUser;
}

export interface End {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A process of ours that runs beside the tests: what it printed, how it ended, and that it never outlives us. */
export class Child {
  readonly ended: Promise<End>;
  private readonly process: ChildProcess;
  private printed = '';
  private end: End | null = null;

  constructor(command: string, args: readonly string[], { user, ...options }: ChildOptions = {}) {
    this.process = spawn(command, args, { ...options, ...user, stdio: ['ignore', 'pipe', 'pipe'] });
    this.collect();
    const callOff = this.process.pid ? whenOrphaned('kill -9 "$1"', String(this.process.pid)) : () => {};
    this.ended = this.waitForEnd().finally(callOff);
  }

  get output(): string {
    return this.printed;
  }

  get running(): boolean {
    return this.end === null;
  }

  /** Waits until `answers` does not throw; what the process printed is in the error. */
  async comesUp(answers: () => Promise<unknown>, within: number): Promise<void> {
    try {
      /* A process that has ended will never answer, so there is no use in asking on. */
      await eventually(() => (this.running ? answers() : undefined), { within });
      if (!this.running) throw new Error('The process ended.');
    } catch (error) {
      throw new Error(`It did not come up. ${String(error)}\nIt printed:\n${this.output}`, { cause: error });
    }
  }

  /** Sends the signal and waits until the process is gone; one that does not go is killed, and that is an error. */
  async kill(signal: NodeJS.Signals, within = 10_000): Promise<End> {
    if (!this.end) this.process.kill(signal);
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      this.process.kill('SIGKILL');
    }, within);
    const end = await this.ended;
    clearTimeout(timer);
    if (late) throw new Error(`It was still there ${within} ms after ${signal}. It printed:\n${this.output}`);
    return end;
  }

  private collect(): void {
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.printed += text));
    }
  }

  /** `close` comes when the streams have ended too, so that the output is whole. */
  private async waitForEnd(): Promise<End> {
    try {
      const [code, signal] = (await once(this.process, 'close')) as [End['code'], End['signal']];
      this.end = { code, signal };
    } catch (error) {
      this.printed += String(error);
      this.end = { code: null, signal: null };
    }
    return this.end;
  }
}
