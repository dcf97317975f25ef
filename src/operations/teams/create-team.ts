import type { Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import type { Operator } from '../../accounts/author.js';
import { type TeamInput, teamInput } from '../../tracker/teams/team-input.js';
import { presentTeam } from '../../tracker/teams/team-presenter.js';
import { TeamsService } from '../../tracker/teams/teams.service.js';
import { TenantOperation } from '../operation.js';

@Injectable()
export class CreateTeam extends TenantOperation<TeamInput> {
  readonly input = teamInput;

  constructor(private readonly teams: TeamsService) {
    super();
  }

  async run(work: Work, by: Operator, input: TeamInput) {
    return presentTeam(await this.teams.create(work, by, input));
  }
}
