import { CurrentPerson, type Person, Requires } from '@kendo/notifications';
import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PathId } from '../../input/id.js';
import { type MemberInput, memberInput } from '../../input/member.js';
import { type Page, pageInput } from '../../input/page.js';
import { TeamMembersService } from './team-members.service.js';
import { presentTeamMember } from './team-presenter.js';

@ApiTags('Teams')
@ApiBearerAuth()
@Controller('api/teams/:team/members')
export class TeamMembersController {
  constructor(private readonly members: TeamMembersService) {}

  @Get()
  @ApiOperation({ summary: 'The members, paged by user id' })
  async list(
    @CurrentPerson() person: Person,
    @Param('team', PathId) teamId: number,
    @Query({ schema: pageInput }) page: Page,
  ) {
    return (await this.members.list(person, teamId, page)).map(presentTeamMember);
  }

  @Post()
  @ApiOperation({
    summary: 'Add a member, who is notified; 200 and no notification for one who is a member already',
  })
  @Requires('teams.write')
  async add(
    @CurrentPerson() person: Person,
    @Param('team', PathId) teamId: number,
    @Body({ schema: memberInput }) input: MemberInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { member, added } = await this.members.add(person, teamId, input.user_id);
    reply.status(added ? 201 : 200);
    return presentTeamMember(member);
  }
}
