import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPerson, type Person } from '../../http/current-caller.decorator.js';
import { openApiSchema } from '../../http/openapi-schema.js';
import { UnitOfWork } from '../../persistence/unit-of-work.js';
import { WatchingService } from '../../watching/watching.service.js';
import { reportWatchOutput, watchOutput } from './native-output.js';
import { Watchables } from './watchables.js';

/** Watching an issue, or a project's reports. The toggles have no body. */
@ApiTags('Watching')
@ApiBearerAuth()
@Controller('api/projects/:project')
export class NativeWatchController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly watching: WatchingService,
    private readonly watchables: Watchables,
  ) {}

  @Get('issues/:issue/watch')
  @ApiOperation({ summary: 'Whether the caller watches the issue' })
  @ApiOkResponse({ schema: openApiSchema(watchOutput, 'output') })
  watchStatus(
    @CurrentPerson() person: Person,
    @Param('project') project: string,
    @Param('issue') key: string,
  ): Promise<{ watching: boolean }> {
    return this.unitOfWork.run(person.scope, async (work) => {
      const issue = await this.watchables.issue(work, person, project, key);
      return { watching: await this.watching.watchesIssue(work, person.userId, issue.id) };
    });
  }

  @Post('issues/:issue/watch')
  @ApiOperation({ summary: 'Watch the issue, or stop watching; no body' })
  @ApiOkResponse({ schema: openApiSchema(watchOutput, 'output') })
  @HttpCode(200)
  toggleIssue(
    @CurrentPerson() person: Person,
    @Param('project') project: string,
    @Param('issue') key: string,
  ): Promise<{ watching: boolean }> {
    return this.unitOfWork.run(person.scope, async (work) => {
      const issue = await this.watchables.issue(work, person, project, key);
      return { watching: await this.watching.toggleIssue(work, person.userId, issue) };
    });
  }

  @Post('reports/watch')
  @ApiOperation({ summary: "Watch the project's reports, or stop watching; no body" })
  @ApiOkResponse({ schema: openApiSchema(reportWatchOutput, 'output') })
  @HttpCode(200)
  toggleReports(
    @CurrentPerson() person: Person,
    @Param('project') project: string,
  ): Promise<{ report_watcher_ids: number[] }> {
    return this.unitOfWork.run(person.scope, async (work) => {
      const projectId = await this.watchables.project(work, person, project);
      await this.watching.toggleReports(work, person.userId, projectId);
      return { report_watcher_ids: await this.watching.reportWatcherIds(work, projectId) };
    });
  }
}
