import { NotFoundError, type Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import type { Author } from '../../accounts/author.js';
import { AuditLog } from '../../audit/audit-log.js';
import { type Page, readPage } from '../../input/page.js';
import type { TeamInput, TeamPatch } from './team-input.js';
import { Team } from './team.entity.js';

/** Teams are the tenant's, and everybody in it may see them. */
@Injectable()
export class TeamsService {
  constructor(private readonly audit: AuditLog) {}

  list(work: Work, page: Page): Promise<Team[]> {
    const { tenantId } = work.scope;
    return readPage(work.manager.createQueryBuilder(Team, 'team').where({ tenantId }), 'team.id', page);
  }

  async find(work: Work, id: number): Promise<Team> {
    return found(await work.manager.findOneBy(Team, { tenantId: work.scope.tenantId, id }));
  }

  async create(work: Work, by: Author, { name }: TeamInput): Promise<Team> {
    const team = work.manager.create(Team, { tenantId: work.scope.tenantId, name });
    await work.manager.insert(Team, team);
    await this.audit.record(work, by, 'team.created', team.id, { after: { name } });
    return team;
  }

  async change(work: Work, by: Author, id: number, patch: TeamPatch): Promise<Team> {
    const team = await lock(work, id);
    const before = { name: team.name };
    work.manager.merge(Team, team, patch);
    await work.manager.save(team);
    await this.audit.record(work, by, 'team.changed', id, { before, after: { name: team.name } });
    return team;
  }

  /** The memberships go along; what the members were told of it stays. */
  async delete(work: Work, by: Author, id: number): Promise<void> {
    const { name } = await lock(work, id);
    await work.manager.delete(Team, { tenantId: work.scope.tenantId, id });
    await this.audit.record(work, by, 'team.deleted', id, { before: { name } });
  }
}

/** Until the end of the transaction nobody else renames or deletes it. */
async function lock(work: Work, id: number): Promise<Team> {
  const where = { tenantId: work.scope.tenantId, id };
  return found(await work.manager.findOne(Team, { where, lock: { mode: 'pessimistic_write' } }));
}

function found(team: Team | null): Team {
  if (!team) throw new NotFoundError();
  return team;
}
