import type { Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import type { Operator } from '../../accounts/author.js';
import { type Page, pageInput } from '../../input/page.js';
import { presentTeam } from '../../tracker/teams/team-presenter.js';
import { TeamsService } from '../../tracker/teams/teams.service.js';
import { TenantOperation } from '../operation.js';

@Injectable()
export class ListTeams extends TenantOperation<Page> {
  readonly input = pageInput;

  constructor(private readonly teams: TeamsService) {
    super();
  }

  async run(work: Work, _: Operator, page: Page) {
    return (await this.teams.list(work, page)).map(presentTeam);
  }
}
