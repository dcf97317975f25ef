import { CliModule } from './cli/cli.module.js';
import { runCommandLine } from './cli/run-command-line.js';

/** `npm run cli -- tenants list`: what an operator may do, on the machine itself. */
process.exit(await runCommandLine(CliModule));
