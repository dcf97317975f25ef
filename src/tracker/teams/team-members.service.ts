import { NotFoundError, Notifier, TeamMemberAdded, type Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import { type Author, Operator } from '../../accounts/author.js';
import { AuditLog } from '../../audit/audit-log.js';
import { type Page, readPage } from '../../input/page.js';
import { insertMembership, membersOf } from '../membership.js';
import { People } from '../people.js';
import { TeamMember } from './team-member.entity.js';
import { TeamsService } from './teams.service.js';

@Injectable()
export class TeamMembersService {
  constructor(
    private readonly teams: TeamsService,
    private readonly notifier: Notifier,
    private readonly audit: AuditLog,
  ) {}

  async list(work: Work, teamId: number, page: Page): Promise<TeamMember[]> {
    const { id } = await this.teams.find(work, teamId);
    return readPage(membersOf(work, TeamMember, { teamId: id }), 'member.userId', page);
  }

  /** Who is a member already stays one, and hears nothing. */
  async add(
    work: Work,
    by: Author,
    teamId: number,
    userId: number,
  ): Promise<{ member: TeamMember; added: boolean }> {
    const team = await this.teams.find(work, teamId);
    const people = await People.among(work, [by instanceof Operator ? null : by.userId, userId]);
    people.chosen('user_id', userId);
    const added = await insertMembership(work, 'team', teamId, userId);
    if (added) {
      const subject = { type: 'team', id: teamId, title: team.name };
      const params = { user_id: userId };
      await this.notifier.raise(work, new TeamMemberAdded({ actor: people.author(by), subject, params }));
      await this.audit.record(work, by, 'team.member-added', teamId, { after: params });
    }
    const member = await membersOf(work, TeamMember, { teamId }).andWhere({ userId }).getOneOrFail();
    return { member, added };
  }

  async remove(work: Work, by: Author, teamId: number, userId: number): Promise<void> {
    const where = { tenantId: work.scope.tenantId, teamId, userId };
    const { affected } = await work.manager.delete(TeamMember, where);
    if (!affected) throw new NotFoundError();
    await this.audit.record(work, by, 'team.member-removed', teamId, { before: { user_id: userId } });
  }
}
