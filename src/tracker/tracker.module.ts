import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { CommentsController } from './comments/comments.controller.js';
import { CommentsService } from './comments/comments.service.js';
import { IssueEvents } from './issues/issue-events.js';
import { IssuesController } from './issues/issues.controller.js';
import { IssuesService } from './issues/issues.service.js';
import { ProjectMembersController } from './projects/project-members.controller.js';
import { ProjectMembersService } from './projects/project-members.service.js';
import { ProjectsController } from './projects/projects.controller.js';
import { ProjectsService } from './projects/projects.service.js';
import { ReportsController } from './reports/reports.controller.js';
import { ReportsService } from './reports/reports.service.js';
import { TeamMembersController } from './teams/team-members.controller.js';
import { TeamMembersService } from './teams/team-members.service.js';
import { TeamsController } from './teams/teams.controller.js';
import { TeamsService } from './teams/teams.service.js';

/** The host's small issue tracker: no more than raises the events and governs the people who hear of them. */
@Module({
  imports: [AuditModule],
  controllers: [
    ProjectsController,
    ProjectMembersController,
    IssuesController,
    CommentsController,
    ReportsController,
    TeamsController,
    TeamMembersController,
  ],
  providers: [
    ProjectsService,
    ProjectMembersService,
    IssuesService,
    IssueEvents,
    CommentsService,
    ReportsService,
    TeamsService,
    TeamMembersService,
  ],
  exports: [TeamsService, TeamMembersService],
})
export class TrackerModule {}
