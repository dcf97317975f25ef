import { Injectable } from '@nestjs/common';
import { CommandRunner, Option } from 'nest-commander';
import type { OperationName } from '../operations/catalogue.js';
import type { Answer } from '../operations/operation.js';
import { Operations } from '../operations/operations.js';
import { printed } from './printed.js';

export type Options = Readonly<Record<string, unknown>>;
type Commander = Parameters<CommandRunner['setCommand']>[0];

/** A command only parses, asks and prints: what it means is the operation's business. */
@Injectable()
export abstract class OperatorCommand extends CommandRunner {
  constructor(protected readonly operations: Operations) {
    super();
  }

  /** What is too much is told, not passed over; and a mistake is thrown, so that the program ends in one place. */
  override setCommand(command: Commander): this {
    return super.setCommand(command.allowExcessArguments(false).exitOverride());
  }

  @Option({ flags: '--json', description: 'Print JSON, for machines' })
  json(): boolean {
    return true;
  }

  /** Asks for one operation and prints the answer; of a list, a table has these columns. */
  protected async operate(
    operation: OperationName,
    options: Options,
    columns?: readonly string[],
  ): Promise<void> {
    this.print(await this.ask(operation, options), options, columns);
  }

  /** `--admin-email` is the field `admin_email` of the operation's input. */
  protected ask(operation: OperationName, options: Options): Promise<Answer> {
    const fields = Object.entries(options).filter(([name]) => name !== 'json');
    return this.operations.run(
      operation,
      Object.fromEntries(fields.map(([name, value]) => [snakeCased(name), value])),
    );
  }

  protected print(answer: Answer, { json }: Options, columns?: readonly string[]): void {
    console.log(json ? JSON.stringify(answer, null, 2) : printed(answer, columns));
  }
}

function snakeCased(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
