import { NotFoundError, type Person, UnitOfWork, type Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import { type Page, readPage } from '../../input/page.js';
import { Team } from './team.entity.js';

/** Teams are the tenant's, and everybody in it may see them. */
@Injectable()
export class TeamsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  list(person: Person, page: Page): Promise<Team[]> {
    return this.unitOfWork.run(person.scope, (work) => {
      const { tenantId } = work.scope;
      return readPage(work.manager.createQueryBuilder(Team, 'team').where({ tenantId }), 'team.id', page);
    });
  }

  find(person: Person, id: number): Promise<Team> {
    return this.unitOfWork.run(person.scope, (work) => findTeam(work, id));
  }

  create(person: Person, name: string): Promise<Team> {
    return this.unitOfWork.run(person.scope, async (work) => {
      const team = work.manager.create(Team, { tenantId: work.scope.tenantId, name });
      await work.manager.insert(Team, team);
      return team;
    });
  }
}

export async function findTeam(work: Work, id: number): Promise<Team> {
  const team = await work.manager.findOneBy(Team, { tenantId: work.scope.tenantId, id });
  if (!team) throw new NotFoundError();
  return team;
}
