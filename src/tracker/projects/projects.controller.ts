import { CurrentPerson, openApiSchema, type Person, Requires } from '@kendo/notifications';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Page, pageInput } from '../../input/page.js';
import { CurrentProject, InProject } from './in-project.decorator.js';
import { type ProjectInput, projectInput } from './project-input.js';
import { laneOutput, presentLane, presentProject, projectOutput } from './project-presenter.js';
import type { Project } from './project.entity.js';
import { ProjectsService } from './projects.service.js';

const schema = openApiSchema(projectOutput, 'output');

@ApiTags('Projects')
@ApiBearerAuth()
@Controller('api/projects')
export class ProjectsController {
  constructor(private readonly projects: ProjectsService) {}

  @Get()
  @ApiOperation({ summary: 'The projects of the caller; of an admin, all' })
  @ApiOkResponse({ schema: openApiSchema(z.array(projectOutput), 'output') })
  async list(@CurrentPerson() person: Person, @Query({ schema: pageInput }) page: Page) {
    return (await this.projects.list(person, page)).map(presentProject);
  }

  @Post()
  @ApiOperation({ summary: 'Make a project; the caller becomes owner, member and report watcher' })
  @ApiCreatedResponse({ schema })
  @Requires('projects.write')
  async create(@CurrentPerson() person: Person, @Body({ schema: projectInput }) input: ProjectInput) {
    return presentProject(await this.projects.create(person, input));
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
  async lanes(@CurrentPerson() person: Person, @CurrentProject() project: Project) {
    return (await this.projects.lanes(person, project)).map(presentLane);
  }
}
