import { Command, Option, SubCommand } from 'nest-commander';
import { CommandGroup } from '../command-group.js';
import { OperatorCommand, type Options } from '../operator-command.js';
import { PageCommand } from '../page-command.js';

@SubCommand({
  name: 'create',
  arguments: '<slug>',
  description: 'Make a tenant with its default roles and, where one is named, its first admin',
})
export class CreateTenantCommand extends OperatorCommand {
  run([slug]: string[], options: Options): Promise<void> {
    return this.operate('tenants.create', { ...options, slug });
  }

  @Option({ flags: '--name <name>', description: 'What people call it', required: true })
  name(text: string): string {
    return text;
  }

  @Option({ flags: '--colour <#rrggbb>', description: 'What its mails are coloured with' })
  colour(text: string): string {
    return text;
  }

  @Option({ flags: '--admin-email <address>', description: 'Where the first admin gets mail' })
  adminEmail(text: string): string {
    return text;
  }

  @Option({ flags: '--admin-handle <handle>', description: 'How the first admin is mentioned' })
  adminHandle(text: string): string {
    return text;
  }

  @Option({ flags: '--admin-name <name>', description: "The first admin's first and last name" })
  adminName(text: string): string {
    return text;
  }
}

@SubCommand({ name: 'list', description: 'List the tenants, newest first' })
export class ListTenantsCommand extends PageCommand {
  run(_: string[], options: Options): Promise<void> {
    return this.operate('tenants.list', options);
  }
}

@Command({
  name: 'tenants',
  description: 'Create and list tenants',
  subCommands: [CreateTenantCommand, ListTenantsCommand],
})
export class TenantsCommand extends CommandGroup {}
