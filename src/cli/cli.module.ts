import { Module } from '@nestjs/common';
import { Operations } from '../operations/operations.js';
import { COMMANDS } from './commands.js';
import { OperationsOnDemand } from './operations-on-demand.js';

/** The command line: what it can be told, and who does it. */
@Module({ providers: [{ provide: Operations, useClass: OperationsOnDemand }, ...COMMANDS] })
export class CliModule {}
