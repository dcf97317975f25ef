import type { Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Operator } from '../../accounts/author.js';
import { id } from '../../input/id.js';
import { teamPatch } from '../../tracker/teams/team-input.js';
import { presentTeam } from '../../tracker/teams/team-presenter.js';
import { TeamsService } from '../../tracker/teams/teams.service.js';
import { TenantOperation } from '../operation.js';

const input = teamPatch.extend({ team: id });
type Input = z.infer<typeof input>;

@Injectable()
export class UpdateTeam extends TenantOperation<Input> {
  readonly input = input;

  constructor(private readonly teams: TeamsService) {
    super();
  }

  async run(work: Work, by: Operator, { team, ...patch }: Input) {
    return presentTeam(await this.teams.change(work, by, team, patch));
  }
}
