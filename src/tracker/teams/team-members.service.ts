import { Notifier, type Person, TeamMemberAdded, UnitOfWork, type Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import { type Page, readPage } from '../../input/page.js';
import { People } from '../people.js';
import { TeamMember } from './team-member.entity.js';
import type { Team } from './team.entity.js';
import { findTeam } from './teams.service.js';

@Injectable()
export class TeamMembersService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notifier: Notifier,
  ) {}

  list(person: Person, teamId: number, page: Page): Promise<TeamMember[]> {
    return this.unitOfWork.run(person.scope, async (work) => {
      const team = await findTeam(work, teamId);
      return readPage(membersOf(work, team), 'member.userId', page);
    });
  }

  /** Who is a member already stays one, and hears nothing. */
  add(person: Person, teamId: number, userId: number): Promise<{ member: TeamMember; added: boolean }> {
    return this.unitOfWork.run(person.scope, async (work) => {
      const team = await findTeam(work, teamId);
      const people = await People.among(work, [person.userId, userId]);
      people.chosen('user_id', userId);
      const added = await insertMember(work, team, userId);
      if (added) {
        const subject = { type: 'team', id: team.id, title: team.name };
        const event = new TeamMemberAdded({
          actor: people.actor(person),
          subject,
          params: { user_id: userId },
        });
        await this.notifier.raise(work, event);
      }
      const member = await membersOf(work, team).andWhere({ userId }).getOneOrFail();
      return { member, added };
    });
  }
}

function membersOf(work: Work, team: Team) {
  return work.manager
    .createQueryBuilder(TeamMember, 'member')
    .innerJoinAndSelect('member.user', 'person')
    .where({ tenantId: work.scope.tenantId, teamId: team.id });
}

async function insertMember(work: Work, team: Team, userId: number): Promise<boolean> {
  const inserted = await work.change(
    'INSERT INTO team_members (tenant_id, team_id, user_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [work.scope.tenantId, team.id, userId],
  );
  return inserted > 0;
}
