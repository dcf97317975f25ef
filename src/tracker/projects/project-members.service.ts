import {
  NotFoundError,
  Notifier,
  type Person,
  ProjectMemberAdded,
  WatchingService,
  type Work,
} from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/audit-log.js';
import { type Page, readPage } from '../../input/page.js';
import { insertMembership, membersOf } from '../membership.js';
import { People } from '../people.js';
import { ProjectMember } from './project-member.entity.js';
import { projectSubject } from './project-subject.js';
import type { Project } from './project.entity.js';

@Injectable()
export class ProjectMembersService {
  constructor(
    private readonly notifier: Notifier,
    private readonly watching: WatchingService,
    private readonly audit: AuditLog,
  ) {}

  list(work: Work, project: Project, page: Page): Promise<ProjectMember[]> {
    return readPage(membersOf(work, ProjectMember, { projectId: project.id }), 'member.userId', page);
  }

  /** Who is a member already stays one, and hears nothing. */
  async add(
    work: Work,
    person: Person,
    project: Project,
    userId: number,
  ): Promise<{ member: ProjectMember; added: boolean }> {
    const people = await People.among(work, [person.userId, userId]);
    people.chosen('user_id', userId);
    const added = await insertMembership(work, 'project', project.id, userId);
    if (added) await this.tellAdded(work, person, people, project, userId);
    const member = await membersOf(work, ProjectMember, { projectId: project.id })
      .andWhere({ userId })
      .getOneOrFail();
    return { member, added };
  }

  /** Takes their watches in the project along. */
  async remove(work: Work, person: Person, project: Project, userId: number): Promise<void> {
    const { tenantId } = work.scope;
    const { affected } = await work.manager.delete(ProjectMember, {
      tenantId,
      projectId: project.id,
      userId,
    });
    if (!affected) throw new NotFoundError();
    await this.watching.detachFromProject(work, userId, project.id);
    const before = { user_id: userId };
    await this.audit.record(work, person, 'project.member-removed', project.id, { before });
  }

  private async tellAdded(work: Work, person: Person, people: People, project: Project, userId: number) {
    await this.notifier.raise(
      work,
      new ProjectMemberAdded({
        actor: people.actor(person),
        subject: projectSubject(project),
        projectId: project.id,
        gate: { type: 'project', id: project.id },
        params: { user_id: userId },
      }),
    );
    const after = { user_id: userId };
    await this.audit.record(work, person, 'project.member-added', project.id, { after });
  }
}
