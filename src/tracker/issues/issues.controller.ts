import { CurrentPerson, type Person } from '@kendo/notifications';
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Page, pageInput } from '../../input/page.js';
import { CurrentProject, InProject } from '../projects/in-project.decorator.js';
import type { Project } from '../projects/project.entity.js';
import { type IssueInput, issueInput, type IssuePatch, issuePatch } from './issue-input.js';
import { presentIssue } from './issue-presenter.js';
import { IssuesService } from './issues.service.js';

@ApiTags('Issues')
@ApiBearerAuth()
@Controller('api/projects/:project/issues')
export class IssuesController {
  constructor(private readonly issues: IssuesService) {}

  @Get()
  @InProject('issues.read')
  async list(
    @CurrentPerson() person: Person,
    @CurrentProject() project: Project,
    @Query({ schema: pageInput }) page: Page,
  ) {
    return (await this.issues.list(person, project, page)).map((issue) => presentIssue(project, issue));
  }

  @Post()
  @ApiOperation({
    summary: 'Make an issue; the caller begins to watch it, and so does an assignee, who is notified',
  })
  @InProject('issues.write')
  async create(
    @CurrentPerson() person: Person,
    @CurrentProject() project: Project,
    @Body({ schema: issueInput }) input: IssueInput,
  ) {
    return presentIssue(project, await this.issues.create(person, project, input));
  }

  @Get(':issue')
  @InProject('issues.read')
  async show(
    @CurrentPerson() person: Person,
    @CurrentProject() project: Project,
    @Param('issue') key: string,
  ) {
    return presentIssue(project, await this.issues.find(person, project, key));
  }

  @Patch(':issue')
  @ApiOperation({
    summary: 'Change an issue; new and old assignee are notified, and the watchers of a new lane',
  })
  @InProject('issues.write')
  async change(
    @CurrentPerson() person: Person,
    @CurrentProject() project: Project,
    @Param('issue') key: string,
    @Body({ schema: issuePatch }) patch: IssuePatch,
  ) {
    return presentIssue(project, await this.issues.change(person, project, key, patch));
  }
}
