import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { readSettings } from '../config/settings.js';
import type { OperationName } from '../operations/catalogue.js';
import type { Answer } from '../operations/operation.js';
import { Operations } from '../operations/operations.js';
import { type OpenOperations, openOperations } from './open-operations.js';

/** Opens the operator with the first operation: help needs no database. */
@Injectable()
export class OperationsOnDemand extends Operations implements OnApplicationShutdown {
  private opened: OpenOperations | undefined;

  async run(operation: OperationName, input: Readonly<Record<string, unknown>>): Promise<Answer> {
    this.opened ??= await openOperations(readSettings(process.env));
    return this.opened.operations.run(operation, input);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.opened?.close();
  }
}
