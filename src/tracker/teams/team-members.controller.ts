import { CurrentPerson, openApiSchema, type Person, Requires, UnitOfWork } from '@kendo/notifications';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { PathId } from '../../input/id.js';
import { type MemberInput, memberInput } from '../../input/member.js';
import { type Page, pageInput } from '../../input/page.js';
import { TeamMembersService } from './team-members.service.js';
import { presentTeamMember, teamMemberOutput } from './team-presenter.js';

const schema = openApiSchema(teamMemberOutput, 'output');

@ApiTags('Teams')
@ApiBearerAuth()
@Controller('api/teams/:team/members')
export class TeamMembersController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: TeamMembersService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The members, paged by user id' })
  @ApiOkResponse({ schema: openApiSchema(z.array(teamMemberOutput), 'output') })
  list(
    @CurrentPerson() { scope }: Person,
    @Param('team', PathId) teamId: number,
    @Query({ schema: pageInput }) page: Page,
  ) {
    return this.unitOfWork.run(scope, async (work) =>
      (await this.members.list(work, teamId, page)).map(presentTeamMember),
    );
  }

  @Post()
  @ApiOperation({
    summary: 'Add a member, who is notified; 200 and no notification for one who is a member already',
  })
  @ApiOkResponse({ schema })
  @ApiCreatedResponse({ schema })
  @Requires('teams.write', 'users.manage')
  async add(
    @CurrentPerson() by: Person,
    @Param('team', PathId) teamId: number,
    @Body({ schema: memberInput }) input: MemberInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { member, added } = await this.unitOfWork.run(by.scope, (work) =>
      this.members.add(work, by, teamId, input.user_id),
    );
    reply.status(added ? 201 : 200);
    return presentTeamMember(member);
  }

  @Delete(':user')
  @ApiOperation({ summary: 'Remove a member, who is not notified' })
  @HttpCode(204)
  @Requires('teams.write', 'users.manage')
  async remove(
    @CurrentPerson() by: Person,
    @Param('team', PathId) teamId: number,
    @Param('user', PathId) userId: number,
  ) {
    await this.unitOfWork.run(by.scope, (work) => this.members.remove(work, by, teamId, userId));
  }
}
