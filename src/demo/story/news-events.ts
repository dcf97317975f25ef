import {
  CustomEvent,
  DirectMessage,
  type NotificationEvent,
  ProjectMemberAdded,
  ReportCreated,
  TeamMemberAdded,
  type Work,
} from '@kendo/notifications';
import { named } from '../../tracker/named.js';
import { projectSubject } from '../../tracker/projects/project-subject.js';
import { Report } from '../../tracker/reports/report.entity.js';
import type { Cast } from './cast.js';
import type { AppTells, JoinsProject, JoinsTeam, News, WritesMessage, WritesReport } from './story.js';

/** The event that a piece of news is; a report is written, too. */
export async function newsEvent(work: Work, cast: Cast, news: News): Promise<NotificationEvent> {
  switch (news.kind) {
    case 'joins project':
      return joinsProject(cast, news);
    case 'joins team':
      return joinsTeam(cast, news);
    case 'writes report':
      return writesReport(work, cast, news);
    case 'writes message':
      return writesMessage(cast, news);
    case 'app tells':
      return appTells(cast, news);
  }
}

function joinsProject(cast: Cast, { who, project, ...told }: JoinsProject): NotificationEvent {
  const { id, name } = cast.project(project);
  return new ProjectMemberAdded({
    ...happened(cast, told),
    subject: projectSubject({ id, name }),
    projectId: id,
    gate: { type: 'project', id },
    params: { user_id: cast.user(who).id },
  });
}

function joinsTeam(cast: Cast, { who, team, ...told }: JoinsTeam): NotificationEvent {
  const { id, name: title } = cast.team(team);
  const params = { user_id: cast.user(who).id };
  return new TeamMemberAdded({ ...happened(cast, told), subject: { type: 'team', id, title }, params });
}

async function writesReport(
  work: Work,
  cast: Cast,
  { project, title, body, ...told }: WritesReport,
): Promise<NotificationEvent> {
  const { id: projectId, name } = cast.project(project);
  const { tenantId } = work.scope;
  const authorId = cast.user(told.by).id;
  const report = work.manager.create(Report, { tenantId, projectId, title, body, authorId });
  await work.manager.insert(Report, report);
  return new ReportCreated({
    ...happened(cast, told),
    subject: { type: 'report', id: report.id, title },
    parent: projectSubject({ id: projectId, name }),
    projectId,
    gate: { type: 'reports.read', id: projectId },
    params: {},
  });
}

function writesMessage(cast: Cast, { to, message, text, ...told }: WritesMessage): NotificationEvent {
  const params = { recipients: [cast.user(to).id], message, text };
  return new DirectMessage({ ...happened(cast, told), subject: null, params });
}

function appTells(cast: Cast, { by, daysAgo, project, type, message, about, important }: AppTells) {
  const { id, name, members } = cast.project(project);
  return new CustomEvent({
    actor: { id: null, name: by, app: { name: by, icon: null } },
    occurredAt: cast.time(daysAgo),
    subject: about,
    parent: projectSubject({ id, name }),
    projectId: id,
    important,
    params: { type, message, recipients: members.map((handle) => cast.user(handle).id) },
  });
}

function happened(cast: Cast, { by, daysAgo }: { by: string; daysAgo: number }) {
  return { actor: named(cast.user(by)), occurredAt: cast.time(daysAgo) };
}
