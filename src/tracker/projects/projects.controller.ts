import { CurrentPerson, openApiSchema, type Person, Requires, UnitOfWork } from '@kendo/notifications';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Page, pageInput } from '../../input/page.js';
import { CurrentProject, InProject } from './in-project.decorator.js';
import { lanesOf } from './lanes.js';
import { type ProjectInput, projectInput } from './project-input.js';
import { laneOutput, presentLane, presentProject, projectOutput } from './project-presenter.js';
import type { Project } from './project.entity.js';
import { ProjectsService } from './projects.service.js';

const schema = openApiSchema(projectOutput, 'output');

@ApiTags('Projects')
@ApiBearerAuth()
@Controller('api/projects')
export class ProjectsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly projects: ProjectsService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The projects of the caller; of an admin, all' })
  @ApiOkResponse({ schema: openApiSchema(z.array(projectOutput), 'output') })
  list(@CurrentPerson() person: Person, @Query({ schema: pageInput }) page: Page) {
    return this.unitOfWork.run(person.scope, async (work) =>
      (await this.projects.list(work, person, page)).map(presentProject),
    );
  }

  @Post()
  @ApiOperation({ summary: 'Make a project; the caller becomes owner, member and report watcher' })
  @ApiCreatedResponse({ schema })
  @Requires('projects.write')
  create(@CurrentPerson() person: Person, @Body({ schema: projectInput }) input: ProjectInput) {
    return this.unitOfWork.run(person.scope, async (work) =>
      presentProject(await this.projects.create(work, person, input)),
    );
  }

  @Get(':project')
  @ApiOperation({ summary: 'One project' })
  @ApiOkResponse({ schema })
  @InProject()
  show(@CurrentProject() project: Project) {
    return presentProject(project);
  }

  @Get(':project/lanes')
  @ApiOperation({ summary: 'The columns of the board, from left to right' })
  @ApiOkResponse({ schema: openApiSchema(z.array(laneOutput), 'output') })
  @InProject()
  lanes(@CurrentPerson() { scope }: Person, @CurrentProject() project: Project) {
    return this.unitOfWork.run(scope, async (work) => (await lanesOf(work, project)).map(presentLane));
  }
}
