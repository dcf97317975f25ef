import { Command, SubCommand } from 'nest-commander';
import { askedNumber } from '../asked.js';
import { CommandGroup } from '../command-group.js';
import type { Options } from '../operator-command.js';
import { TenantCommand, TenantPageCommand } from '../tenant-command.js';

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
  subCommands: [CreateTeamCommand, ListTeamsCommand, AddTeamMemberCommand, RemoveTeamMemberCommand],
})
export class TeamsCommand extends CommandGroup {}
