import type { Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Operator } from '../../accounts/author.js';
import { id } from '../../input/id.js';
import { TeamsService } from '../../tracker/teams/teams.service.js';
import { TenantOperation } from '../operation.js';

const input = z.object({ team: id });
type Input = z.infer<typeof input>;

@Injectable()
export class DeleteTeam extends TenantOperation<Input> {
  readonly input = input;

  constructor(private readonly teams: TeamsService) {
    super();
  }

  async run(work: Work, by: Operator, { team }: Input) {
    await this.teams.delete(work, by, team);
    return { deleted: team };
  }
}
