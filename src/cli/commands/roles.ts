import { Command, Option, SubCommand } from 'nest-commander';
import { askedList, askedSwitch } from '../asked.js';
import { CommandGroup } from '../command-group.js';
import type { Options } from '../operator-command.js';
import { TenantCommand, TenantPageCommand } from '../tenant-command.js';

/** What a role is made with, and what may be changed of it. */
abstract class RoleFieldsCommand extends TenantCommand {
  @Option({ flags: '--permissions <names>', description: 'All it allows: issues.read,issues.write' })
  permissions(text: string): string[] {
    return askedList(text);
  }

  @Option({ flags: '--admin <on|off>', description: 'Whether it allows everything' })
  admin(text: string): boolean | string {
    return askedSwitch(text);
  }
}

@SubCommand({ name: 'create', arguments: '<name>', description: 'Make a role' })
export class CreateRoleCommand extends RoleFieldsCommand {
  run([name]: string[], options: Options): Promise<void> {
    return this.operate('roles.create', { permissions: [], ...options, name });
  }
}

@SubCommand({ name: 'list', description: 'List the roles, newest first' })
export class ListRolesCommand extends TenantPageCommand {
  run(_: string[], options: Options): Promise<void> {
    return this.operate('roles.list', options);
  }
}

@SubCommand({ name: 'update', arguments: '<name>', description: 'Change a role; what is left out stays' })
export class UpdateRoleCommand extends RoleFieldsCommand {
  run([role]: string[], options: Options): Promise<void> {
    return this.operate('roles.update', { ...options, role });
  }

  @Option({ flags: '--name <name>', description: 'Another name' })
  name(text: string): string {
    return text;
  }
}

@SubCommand({ name: 'delete', arguments: '<name>', description: 'Delete a role that nobody has' })
export class DeleteRoleCommand extends TenantCommand {
  run([role]: string[], options: Options): Promise<void> {
    return this.operate('roles.delete', { ...options, role });
  }
}

@Command({
  name: 'roles',
  description: "Manage a tenant's roles",
  subCommands: [CreateRoleCommand, ListRolesCommand, UpdateRoleCommand, DeleteRoleCommand],
})
export class RolesCommand extends CommandGroup {}
