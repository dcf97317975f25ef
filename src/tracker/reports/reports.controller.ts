import { CurrentPerson, openApiSchema, type Person, UnitOfWork } from '@kendo/notifications';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { PathId } from '../../input/id.js';
import { type Page, pageInput } from '../../input/page.js';
import { CurrentProject, InProject } from '../projects/in-project.decorator.js';
import type { Project } from '../projects/project.entity.js';
import { type ReportInput, reportInput } from './report-input.js';
import { presentReport, reportOutput } from './report-presenter.js';
import { ReportsService } from './reports.service.js';

const schema = openApiSchema(reportOutput, 'output');

@ApiTags('Reports')
@ApiBearerAuth()
@Controller('api/projects/:project/reports')
export class ReportsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: ReportsService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The reports of the project, newest first' })
  @ApiOkResponse({ schema: openApiSchema(z.array(reportOutput), 'output') })
  @InProject('reports.read')
  list(
    @CurrentPerson() { scope }: Person,
    @CurrentProject() project: Project,
    @Query({ schema: pageInput }) page: Page,
  ) {
    return this.unitOfWork.run(scope, async (work) =>
      (await this.reports.list(work, project, page)).map(presentReport),
    );
  }

  @Get(':report')
  @ApiOperation({ summary: 'One report' })
  @ApiOkResponse({ schema })
  @InProject('reports.read')
  show(
    @CurrentPerson() { scope }: Person,
    @CurrentProject() project: Project,
    @Param('report', PathId) id: number,
  ) {
    return this.unitOfWork.run(scope, async (work) =>
      presentReport(await this.reports.find(work, project, id)),
    );
  }

  @Post()
  @ApiOperation({ summary: 'Make a report; those who watch the reports of the project are notified' })
  @ApiCreatedResponse({ schema })
  @InProject('reports.write')
  create(
    @CurrentPerson() person: Person,
    @CurrentProject() project: Project,
    @Body({ schema: reportInput }) input: ReportInput,
  ) {
    return this.unitOfWork.run(person.scope, async (work) =>
      presentReport(await this.reports.create(work, person, project, input)),
    );
  }
}
