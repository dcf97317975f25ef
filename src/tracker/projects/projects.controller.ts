import { CurrentPerson, type Person, Requires } from '@kendo/notifications';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Page, pageInput } from '../../input/page.js';
import { CurrentProject, InProject } from './in-project.decorator.js';
import { type ProjectInput, projectInput } from './project-input.js';
import { presentLane, presentProject } from './project-presenter.js';
import type { Project } from './project.entity.js';
import { ProjectsService } from './projects.service.js';

@ApiTags('Projects')
@ApiBearerAuth()
@Controller('api/projects')
export class ProjectsController {
  constructor(private readonly projects: ProjectsService) {}

  @Get()
  @ApiOperation({ summary: 'The projects of the caller; of an admin, all' })
  async list(@CurrentPerson() person: Person, @Query({ schema: pageInput }) page: Page) {
    return (await this.projects.list(person, page)).map(presentProject);
  }

  @Post()
  @ApiOperation({ summary: 'Make a project; the caller becomes owner, member and report watcher' })
  @Requires('projects.write')
  async create(@CurrentPerson() person: Person, @Body({ schema: projectInput }) input: ProjectInput) {
    return presentProject(await this.projects.create(person, input));
  }

  @Get(':project')
  @InProject()
  show(@CurrentProject() project: Project) {
    return presentProject(project);
  }

  @Get(':project/lanes')
  @InProject()
  async lanes(@CurrentPerson() person: Person, @CurrentProject() project: Project) {
    return (await this.projects.lanes(person, project)).map(presentLane);
  }
}
