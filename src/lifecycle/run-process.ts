import { Logger } from '@nestjs/common';
import { readSettings, type Settings } from '../config/settings.js';
import { StartRefused } from './start-refused.error.js';

export interface Running {
  /** Finishes what is under way, and takes on nothing more. */
  stop(): Promise<void>;
}

/**
 * Runs until the first SIGTERM or SIGINT and then stops cleanly; signals after it change nothing. One that comes
 * while the program still starts is heeded once it has started.
 */
export async function runProcess(start: (settings: Settings) => Promise<Running>): Promise<void> {
  const signal = new Promise<string>((heard) => {
    for (const name of ['SIGTERM', 'SIGINT'] as const) process.on(name, () => heard(name));
  });
  try {
    const running = await start(readSettings(process.env));
    new Logger('Process').log(`Stops on ${await signal}`);
    await running.stop();
    process.exit(0);
  } catch (error) {
    failWith(error);
  }
}

/** A refusal is a message; anything else is a fault, and its stack helps to find it. */
export function failWith(error: unknown): never {
  console.error(error instanceof StartRefused ? error.message : error);
  process.exit(1);
}
