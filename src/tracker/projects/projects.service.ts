import { InvalidInputError, type Person, WatchingService, type Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import { type Page, readPage } from '../../input/page.js';
import { createLanes } from './lanes.js';
import { projectsOf } from './project-access.js';
import type { ProjectInput } from './project-input.js';
import { ProjectMember } from './project-member.entity.js';
import { Project } from './project.entity.js';

@Injectable()
export class ProjectsService {
  constructor(private readonly watching: WatchingService) {}

  /** The caller's; an admin's are all. */
  list(work: Work, person: Person, page: Page): Promise<Project[]> {
    return readPage(projectsOf(work, person), 'project.id', page);
  }

  /** Whoever makes a project owns it, is its first member and watches its reports. */
  async create(work: Work, person: Person, input: ProjectInput): Promise<Project> {
    const { tenantId } = work.scope;
    const id = await insertProject(work, person.userId, input);
    await createLanes(work, id);
    await work.manager.insert(ProjectMember, { tenantId, projectId: id, userId: person.userId });
    await this.watching.watchReports(work, person.userId, id);
    return work.manager.findOneByOrFail(Project, { tenantId, id });
  }
}

/** Two who ask for one prefix at the same time: the index decides, and the second hears it as a mistake of theirs. */
async function insertProject(work: Work, ownerId: number, { name, prefix }: ProjectInput): Promise<number> {
  const [inserted] = await work.rows<{ id: number }>(
    `INSERT INTO projects (tenant_id, name, prefix, owner_id) VALUES ($1, $2, $3, $4)
     ON CONFLICT (tenant_id, prefix) DO NOTHING RETURNING id`,
    [work.scope.tenantId, name, prefix, ownerId],
  );
  if (!inserted) throw new InvalidInputError({ prefix: ['The prefix has already been taken.'] });
  return inserted.id;
}
