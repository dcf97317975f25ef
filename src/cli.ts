import { setImmediate as nextTurn } from 'node:timers/promises';
import { CliModule } from './cli/cli.module.js';
import { runCommandLine } from './cli/run-command-line.js';

/* `console.log` passes over a full disk, and a token is told but once. */
process.stdout.on('error', ({ message }) => {
  console.error(`This is done, but what it answers cannot be printed: ${message}`);
  process.exitCode = 1;
});

/** `npm run cli -- tenants list`: what an operator may do, on the machine itself. */
const code = await runCommandLine(CliModule);
/* A write that fails is told of in the turn after it. */
await nextTurn();
process.exit(code || process.exitCode);
