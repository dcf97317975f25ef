import type { Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Operator } from '../../accounts/author.js';
import { presentUser } from '../../accounts/user-presenter.js';
import { id } from '../../input/id.js';
import { pageInput } from '../../input/page.js';
import { TeamMembersService } from '../../tracker/teams/team-members.service.js';
import { TenantOperation } from '../operation.js';

const input = pageInput.extend({ team: id });
type Input = z.infer<typeof input>;

@Injectable()
export class ListTeamMembers extends TenantOperation<Input> {
  readonly input = input;

  constructor(private readonly members: TeamMembersService) {
    super();
  }

  async run(work: Work, _: Operator, { team, ...page }: Input) {
    return (await this.members.list(work, team, page)).map(({ user }) => presentUser(user));
  }
}
