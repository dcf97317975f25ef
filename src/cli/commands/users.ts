import { Command, Option, SubCommand } from 'nest-commander';
import { askedSwitch } from '../asked.js';
import { CommandGroup } from '../command-group.js';
import type { Options } from '../operator-command.js';
import { TenantCommand, TenantPageCommand } from '../tenant-command.js';

const COLUMNS = ['id', 'handle', 'first_name', 'last_name', 'email', 'role', 'created_at'];

/** What a person is made with, and what may be changed of them. */
abstract class UserFieldsCommand extends TenantCommand {
  @Option({ flags: '--email <address>', description: 'Where they get mail' })
  email(text: string): string {
    return text;
  }

  @Option({ flags: '--first-name <name>' })
  firstName(text: string): string {
    return text;
  }

  @Option({ flags: '--last-name <name>' })
  lastName(text: string): string {
    return text;
  }

  @Option({ flags: '--role <name>', description: 'The name of their role' })
  role(text: string): string {
    return text;
  }

  @Option({ flags: '--locale <tag>', description: 'Their language, such as nl-BE' })
  locale(text: string): string {
    return text;
  }

  @Option({ flags: '--timezone <name>', description: 'Such as Europe/Amsterdam' })
  timezone(text: string): string {
    return text;
  }
}

@SubCommand({ name: 'create', arguments: '<handle>', description: 'Add a person' })
export class CreateUserCommand extends UserFieldsCommand {
  run([handle]: string[], options: Options): Promise<void> {
    return this.operate('users.create', { ...options, handle });
  }

  @Option({ flags: '--role <name>', description: 'The name of their role', required: true })
  override role(text: string): string {
    return text;
  }
}

@SubCommand({ name: 'list', description: 'List the people, newest first' })
export class ListUsersCommand extends TenantPageCommand {
  run(_: string[], options: Options): Promise<void> {
    return this.operate('users.list', options, COLUMNS);
  }
}

@SubCommand({ name: 'update', arguments: '<handle>', description: 'Change a person; what is left out stays' })
export class UpdateUserCommand extends UserFieldsCommand {
  run([user]: string[], options: Options): Promise<void> {
    return this.operate('users.update', { ...options, user });
  }

  @Option({ flags: '--handle <handle>', description: 'Another handle' })
  handle(text: string): string {
    return text;
  }

  @Option({ flags: '--email-notifications <on|off>', description: 'The switch over all their mail' })
  emailNotifications(text: string): boolean | string {
    return askedSwitch(text);
  }
}

@SubCommand({
  name: 'delete',
  arguments: '<handle>',
  description: 'Remove a person with their inbox, tokens and memberships; what they did stays',
})
export class DeleteUserCommand extends TenantCommand {
  run([user]: string[], options: Options): Promise<void> {
    return this.operate('users.delete', { ...options, user });
  }
}

@Command({
  name: 'users',
  description: "Manage a tenant's people",
  subCommands: [CreateUserCommand, ListUsersCommand, UpdateUserCommand, DeleteUserCommand],
})
export class UsersCommand extends CommandGroup {}
