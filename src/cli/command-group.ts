import { CommandRunner } from 'nest-commander';

type Commander = Parameters<CommandRunner['setCommand']>[0];

/** `users`, which does nothing without another word. */
export abstract class CommandGroup extends CommandRunner {
  /** Options of a command that is misspelt are not what is wrong with it. */
  override setCommand(command: Commander): this {
    return super.setCommand(command.allowUnknownOption().exitOverride());
  }

  async run([word]: string[]): Promise<void> {
    if (word === undefined) this.command.help({ error: true });
    this.command.error(`error: unknown ${word.startsWith('-') ? 'option' : 'command'} '${word}'`);
  }
}
