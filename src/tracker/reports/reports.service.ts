import { NotFoundError, Notifier, type Person, ReportCreated, type Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import { type Page, readPage } from '../../input/page.js';
import { People } from '../people.js';
import { projectSubject } from '../projects/project-subject.js';
import type { Project } from '../projects/project.entity.js';
import type { ReportInput } from './report-input.js';
import { Report } from './report.entity.js';

@Injectable()
export class ReportsService {
  constructor(private readonly notifier: Notifier) {}

  list(work: Work, project: Project, page: Page): Promise<Report[]> {
    const where = { tenantId: work.scope.tenantId, projectId: project.id };
    return readPage(work.manager.createQueryBuilder(Report, 'report').where(where), 'report.id', page);
  }

  async find(work: Work, project: Project, id: number): Promise<Report> {
    const where = { tenantId: work.scope.tenantId, projectId: project.id, id };
    const report = await work.manager.findOneBy(Report, where);
    if (!report) throw new NotFoundError();
    return report;
  }

  async create(work: Work, person: Person, project: Project, input: ReportInput): Promise<Report> {
    const people = await People.among(work, [person.userId]);
    const report = work.manager.create(Report, {
      tenantId: work.scope.tenantId,
      projectId: project.id,
      title: input.title,
      body: input.body ?? null,
      authorId: person.userId,
    });
    await work.manager.insert(Report, report);
    await this.notifier.raise(
      work,
      new ReportCreated({
        actor: people.actor(person),
        subject: { type: 'report', id: report.id, title: report.title },
        parent: projectSubject(project),
        projectId: project.id,
        gate: { type: 'reports.read', id: project.id },
        params: {},
      }),
    );
    return report;
  }
}
