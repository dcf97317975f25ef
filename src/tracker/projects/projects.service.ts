import { InvalidInputError, type Person, UnitOfWork, WatchingService, type Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import { type Page, readPage } from '../../input/page.js';
import type { Lane } from './lane.entity.js';
import { createLanes, lanesOf } from './lanes.js';
import { projectsOf } from './project-access.js';
import type { ProjectInput } from './project-input.js';
import { ProjectMember } from './project-member.entity.js';
import { Project } from './project.entity.js';

@Injectable()
export class ProjectsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly watching: WatchingService,
  ) {}

  /** The caller's; an admin's are all. */
  list(person: Person, page: Page): Promise<Project[]> {
    return this.unitOfWork.run(person.scope, (work) =>
      readPage(projectsOf(work, person), 'project.id', page),
    );
  }

  lanes(person: Person, project: Project): Promise<Lane[]> {
    return this.unitOfWork.run(person.scope, (work) => lanesOf(work, project));
  }

  /** Whoever makes a project owns it, is its first member and watches its reports. */
  create(person: Person, input: ProjectInput): Promise<Project> {
    return this.unitOfWork.run(person.scope, async (work) => {
      const { tenantId } = work.scope;
      const id = await insertProject(work, person.userId, input);
      await createLanes(work, id);
      await work.manager.insert(ProjectMember, { tenantId, projectId: id, userId: person.userId });
      await this.watching.watchReports(work, person.userId, id);
      return work.manager.findOneByOrFail(Project, { tenantId, id });
    });
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
