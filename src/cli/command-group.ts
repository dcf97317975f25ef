import { CommandRunner } from 'nest-commander';

type Commander = Parameters<CommandRunner['setCommand']>[0];

/** `users`, which does nothing without another word. */
export abstract class CommandGroup extends CommandRunner {
  override setCommand(command: Commander): this {
    return super.setCommand(command.exitOverride());
  }

  async run([word]: string[]): Promise<void> {
    if (word === undefined) this.command.help({ error: true });
    this.command.error(`error: unknown command '${word}'`);
  }
}
