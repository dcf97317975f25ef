import { CurrentPerson, openApiSchema, type Person, Requires, UnitOfWork } from '@kendo/notifications';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { PathId } from '../../input/id.js';
import { type Page, pageInput } from '../../input/page.js';
import { type TeamInput, teamInput, type TeamPatch, teamPatch } from './team-input.js';
import { presentTeam, teamOutput } from './team-presenter.js';
import { TeamsService } from './teams.service.js';

const schema = openApiSchema(teamOutput, 'output');

@ApiTags('Teams')
@ApiBearerAuth()
@Controller('api/teams')
export class TeamsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly teams: TeamsService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The teams of the tenant, newest first' })
  @ApiOkResponse({ schema: openApiSchema(z.array(teamOutput), 'output') })
  list(@CurrentPerson() { scope }: Person, @Query({ schema: pageInput }) page: Page) {
    return this.unitOfWork.run(scope, async (work) => (await this.teams.list(work, page)).map(presentTeam));
  }

  @Get(':team')
  @ApiOperation({ summary: 'One team' })
  @ApiOkResponse({ schema })
  show(@CurrentPerson() { scope }: Person, @Param('team', PathId) id: number) {
    return this.unitOfWork.run(scope, async (work) => presentTeam(await this.teams.find(work, id)));
  }

  @Post()
  @ApiOperation({ summary: 'Make a team; it starts without members' })
  @ApiCreatedResponse({ schema })
  @Requires('teams.write', 'users.manage')
  create(@CurrentPerson() by: Person, @Body({ schema: teamInput }) input: TeamInput) {
    return this.unitOfWork.run(by.scope, async (work) =>
      presentTeam(await this.teams.create(work, by, input)),
    );
  }

  @Patch(':team')
  @ApiOperation({ summary: 'Rename a team' })
  @ApiOkResponse({ schema })
  @Requires('teams.write', 'users.manage')
  change(
    @CurrentPerson() by: Person,
    @Param('team', PathId) id: number,
    @Body({ schema: teamPatch }) patch: TeamPatch,
  ) {
    return this.unitOfWork.run(by.scope, async (work) =>
      presentTeam(await this.teams.change(work, by, id, patch)),
    );
  }

  @Delete(':team')
  @ApiOperation({ summary: 'Delete a team and its memberships' })
  @HttpCode(204)
  @Requires('teams.write', 'users.manage')
  async delete(@CurrentPerson() by: Person, @Param('team', PathId) id: number) {
    await this.unitOfWork.run(by.scope, (work) => this.teams.delete(work, by, id));
  }
}
