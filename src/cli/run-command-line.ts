import type { Type } from '@nestjs/common';
import { CommandFactory } from 'nest-commander';
import { StartRefused } from '../lifecycle/start-refused.error.js';
import { OperationRefused } from '../operations/operation-refused.error.js';

/** What the operator typed is no command. */
const USAGE = 2;
/** It is one, and cannot be done. */
const REFUSED = 1;

/** Does what the arguments of this process say, by the commands of the module; answers the exit code. */
export async function runCommandLine(commands: Type): Promise<number> {
  try {
    await CommandFactory.run(commands, {
      logger: false,
      abortOnError: false,
      errorHandler: rethrow,
      serviceErrorHandler: rethrow,
    });
    return 0;
  } catch (error) {
    if (isParsers(error)) return error.exitCode === 0 ? 0 : USAGE;
    const isRefusal = error instanceof StartRefused || error instanceof OperationRefused;
    console.error(isRefusal ? error.message : error);
    return REFUSED;
  }
}

function rethrow(error: Error): never {
  throw error;
}

/** What Commander throws it has told already, and help is no mistake. */
function isParsers(error: unknown): error is Error & { exitCode: number } {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('commander.');
}
