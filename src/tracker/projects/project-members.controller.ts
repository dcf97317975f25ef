import { CurrentPerson, openApiSchema, type Person, UnitOfWork } from '@kendo/notifications';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { PathId } from '../../input/id.js';
import { type MemberInput, memberInput } from '../../input/member.js';
import { type Page, pageInput } from '../../input/page.js';
import { CurrentProject, InProject } from './in-project.decorator.js';
import { ProjectMembersService } from './project-members.service.js';
import { presentProjectMember, projectMemberOutput } from './project-presenter.js';
import type { Project } from './project.entity.js';

const schema = openApiSchema(projectMemberOutput, 'output');

@ApiTags('Projects')
@ApiBearerAuth()
@Controller('api/projects/:project/members')
export class ProjectMembersController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: ProjectMembersService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The members, paged by user id' })
  @ApiOkResponse({ schema: openApiSchema(z.array(projectMemberOutput), 'output') })
  @InProject()
  list(
    @CurrentPerson() { scope }: Person,
    @CurrentProject() project: Project,
    @Query({ schema: pageInput }) page: Page,
  ) {
    return this.unitOfWork.run(scope, async (work) =>
      (await this.members.list(work, project, page)).map(presentProjectMember),
    );
  }

  @Post()
  @ApiOperation({
    summary: 'Add a member, who is notified; 200 and no notification for one who is a member already',
  })
  @ApiOkResponse({ schema })
  @ApiCreatedResponse({ schema })
  @InProject('projects.write')
  async add(
    @CurrentPerson() person: Person,
    @CurrentProject() project: Project,
    @Body({ schema: memberInput }) input: MemberInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { member, added } = await this.unitOfWork.run(person.scope, (work) =>
      this.members.add(work, person, project, input.user_id),
    );
    reply.status(added ? 201 : 200);
    return presentProjectMember(member);
  }

  @Delete(':user')
  @ApiOperation({ summary: 'Remove a member, and the watches they have in the project' })
  @HttpCode(204)
  @InProject('projects.write')
  async remove(
    @CurrentPerson() person: Person,
    @CurrentProject() project: Project,
    @Param('user', PathId) userId: number,
  ) {
    await this.unitOfWork.run(person.scope, (work) => this.members.remove(work, person, project, userId));
  }
}
