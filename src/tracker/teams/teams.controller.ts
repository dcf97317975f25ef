import { CurrentPerson, type Person, Requires } from '@kendo/notifications';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PathId } from '../../input/id.js';
import { type Page, pageInput } from '../../input/page.js';
import { type TeamInput, teamInput } from './team-input.js';
import { presentTeam } from './team-presenter.js';
import { TeamsService } from './teams.service.js';

@ApiTags('Teams')
@ApiBearerAuth()
@Controller('api/teams')
export class TeamsController {
  constructor(private readonly teams: TeamsService) {}

  @Get()
  async list(@CurrentPerson() person: Person, @Query({ schema: pageInput }) page: Page) {
    return (await this.teams.list(person, page)).map(presentTeam);
  }

  @Get(':team')
  async show(@CurrentPerson() person: Person, @Param('team', PathId) id: number) {
    return presentTeam(await this.teams.find(person, id));
  }

  @Post()
  @ApiOperation({ summary: 'Make a team; it starts without members' })
  @Requires('teams.write')
  async create(@CurrentPerson() person: Person, @Body({ schema: teamInput }) input: TeamInput) {
    return presentTeam(await this.teams.create(person, input.name));
  }
}
