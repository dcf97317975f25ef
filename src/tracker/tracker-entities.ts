import { Comment } from './comments/comment.entity.js';
import { Issue } from './issues/issue.entity.js';
import { Lane } from './projects/lane.entity.js';
import { ProjectMember } from './projects/project-member.entity.js';
import { Project } from './projects/project.entity.js';
import { Report } from './reports/report.entity.js';
import { TeamMember } from './teams/team-member.entity.js';
import { Team } from './teams/team.entity.js';

export const TRACKER_ENTITIES = [Project, Lane, ProjectMember, Issue, Comment, Report, Team, TeamMember];
