import { Command, Option, SubCommand } from 'nest-commander';
import { askedNumber } from '../asked.js';
import { CommandGroup } from '../command-group.js';
import type { Options } from '../operator-command.js';
import { TenantCommand, TenantPageCommand } from '../tenant-command.js';

const MEMBER_COLUMNS = ['id', 'handle', 'first_name', 'last_name'];

@SubCommand({ name: 'create', arguments: '<name>', description: 'Make a team; it starts without members' })
export class CreateTeamCommand extends TenantCommand {
  run([name]: string[], options: Options): Promise<void> {
    return this.operate('teams.create', { ...options, name });
  }
}

@SubCommand({ name: 'list', description: 'List the teams, newest first' })
export class ListTeamsCommand extends TenantPageCommand {
  run(_: string[], options: Options): Promise<void> {
    return this.operate('teams.list', options);
  }
}

@SubCommand({ name: 'update', arguments: '<team>', description: 'Change a team; what is left out stays' })
export class UpdateTeamCommand extends TenantCommand {
  run([team = '']: string[], options: Options): Promise<void> {
    return this.operate('teams.update', { ...options, team: askedNumber(team) });
  }

  @Option({ flags: '--name <name>', description: 'Another name' })
  name(text: string): string {
    return text;
  }
}

@SubCommand({ name: 'delete', arguments: '<team>', description: 'Delete a team and its memberships' })
export class DeleteTeamCommand extends TenantCommand {
  run([team = '']: string[], options: Options): Promise<void> {
    return this.operate('teams.delete', { ...options, team: askedNumber(team) });
  }
}

@SubCommand({ name: 'members', arguments: '<team>', description: 'List the members, newest people first' })
export class ListTeamMembersCommand extends TenantPageCommand {
  run([team = '']: string[], options: Options): Promise<void> {
    return this.operate('teams.members', { ...options, team: askedNumber(team) }, MEMBER_COLUMNS);
  }
}

@SubCommand({ name: 'add', arguments: '<team> <handle>', description: 'Add a member, who is notified' })
export class AddTeamMemberCommand extends TenantCommand {
  run([team = '', user]: string[], options: Options): Promise<void> {
    return this.operate('teams.add', { ...options, team: askedNumber(team), user });
  }
}

@SubCommand({ name: 'remove', arguments: '<team> <handle>', description: 'Take a member out' })
export class RemoveTeamMemberCommand extends TenantCommand {
  run([team = '', user]: string[], options: Options): Promise<void> {
    return this.operate('teams.remove', { ...options, team: askedNumber(team), user });
  }
}

@Command({
  name: 'teams',
  description: "Manage a tenant's teams; a team is named by its id",
  subCommands: [
    CreateTeamCommand,
    ListTeamsCommand,
    UpdateTeamCommand,
    DeleteTeamCommand,
    ListTeamMembersCommand,
    AddTeamMemberCommand,
    RemoveTeamMemberCommand,
  ],
})
export class TeamsCommand extends CommandGroup {}
