import { CurrentPerson, openApiSchema, type Person, UnitOfWork } from '@kendo/notifications';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Page, pageInput } from '../../input/page.js';
import { CurrentProject, InProject } from '../projects/in-project.decorator.js';
import type { Project } from '../projects/project.entity.js';
import { type CommentInput, commentInput } from './comment-input.js';
import { commentOutput, presentComment } from './comment-presenter.js';
import { CommentsService } from './comments.service.js';

@ApiTags('Issues')
@ApiBearerAuth()
@Controller('api/projects/:project/issues/:issue/comments')
export class CommentsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly comments: CommentsService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The comments on the issue, newest first' })
  @ApiOkResponse({ schema: openApiSchema(z.array(commentOutput), 'output') })
  @InProject('issues.read')
  list(
    @CurrentPerson() { scope }: Person,
    @CurrentProject() project: Project,
    @Param('issue') key: string,
    @Query({ schema: pageInput }) page: Page,
  ) {
    return this.unitOfWork.run(scope, async (work) =>
      (await this.comments.list(work, project, key, page)).map(presentComment),
    );
  }

  @Post()
  @ApiOperation({
    summary: 'Comment; the watchers are notified, and the people mentioned as @handle (at most 50)',
  })
  @ApiCreatedResponse({ schema: openApiSchema(commentOutput, 'output') })
  @InProject('issues.write')
  create(
    @CurrentPerson() person: Person,
    @CurrentProject() project: Project,
    @Param('issue') key: string,
    @Body({ schema: commentInput }) input: CommentInput,
  ) {
    return this.unitOfWork.run(person.scope, async (work) =>
      presentComment(await this.comments.create(work, person, project, key, input.body)),
    );
  }
}
