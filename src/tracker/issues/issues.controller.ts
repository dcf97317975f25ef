import { CurrentPerson, openApiSchema, type Person, UnitOfWork } from '@kendo/notifications';
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Page, pageInput } from '../../input/page.js';
import { CurrentProject, InProject } from '../projects/in-project.decorator.js';
import type { Project } from '../projects/project.entity.js';
import { type IssueInput, issueInput, type IssuePatch, issuePatch } from './issue-input.js';
import { issueOutput, presentIssue } from './issue-presenter.js';
import { IssuesService } from './issues.service.js';

const schema = openApiSchema(issueOutput, 'output');

@ApiTags('Issues')
@ApiBearerAuth()
@Controller('api/projects/:project/issues')
export class IssuesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly issues: IssuesService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The issues of the project, newest first' })
  @ApiOkResponse({ schema: openApiSchema(z.array(issueOutput), 'output') })
  @InProject('issues.read')
  list(
    @CurrentPerson() { scope }: Person,
    @CurrentProject() project: Project,
    @Query({ schema: pageInput }) page: Page,
  ) {
    return this.unitOfWork.run(scope, async (work) =>
      (await this.issues.list(work, project, page)).map((issue) => presentIssue(project, issue)),
    );
  }

  @Post()
  @ApiOperation({
    summary: 'Make an issue; the caller begins to watch it, and so does an assignee, who is notified',
  })
  @ApiCreatedResponse({ schema })
  @InProject('issues.write')
  create(
    @CurrentPerson() person: Person,
    @CurrentProject() project: Project,
    @Body({ schema: issueInput }) input: IssueInput,
  ) {
    return this.unitOfWork.run(person.scope, async (work) =>
      presentIssue(project, await this.issues.create(work, person, project, input)),
    );
  }

  @Get(':issue')
  @ApiOperation({ summary: 'One issue, by its key such as KD-0042' })
  @ApiOkResponse({ schema })
  @InProject('issues.read')
  show(@CurrentPerson() { scope }: Person, @CurrentProject() project: Project, @Param('issue') key: string) {
    return this.unitOfWork.run(scope, async (work) =>
      presentIssue(project, await this.issues.find(work, project, key)),
    );
  }

  @Patch(':issue')
  @ApiOperation({
    summary: 'Change an issue; new and old assignee are notified, and the watchers of a new lane',
  })
  @ApiOkResponse({ schema })
  @InProject('issues.write')
  change(
    @CurrentPerson() person: Person,
    @CurrentProject() project: Project,
    @Param('issue') key: string,
    @Body({ schema: issuePatch }) patch: IssuePatch,
  ) {
    return this.unitOfWork.run(person.scope, async (work) =>
      presentIssue(project, await this.issues.change(work, person, project, key, patch)),
    );
  }
}
