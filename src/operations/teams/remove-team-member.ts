import type { Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import type { Operator } from '../../accounts/author.js';
import { TeamMembersService } from '../../tracker/teams/team-members.service.js';
import { userNamed } from '../by-name.js';
import { TenantOperation } from '../operation.js';
import { type TeamMemberInput, teamMemberInput } from './team-member-input.js';

@Injectable()
export class RemoveTeamMember extends TenantOperation<TeamMemberInput> {
  readonly input = teamMemberInput;

  constructor(private readonly members: TeamMembersService) {
    super();
  }

  async run(work: Work, by: Operator, { team, user }: TeamMemberInput) {
    const { id, handle } = await userNamed(work, user);
    await this.members.remove(work, by, team, id);
    return { team, removed: handle };
  }
}
