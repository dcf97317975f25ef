import { laravelTime } from '@kendo/notifications/native';
import { presentUser } from '../../accounts/user-presenter.js';
import type { TeamMember } from './team-member.entity.js';
import type { Team } from './team.entity.js';

export function presentTeam(team: Team) {
  return { id: team.id, name: team.name, created_at: laravelTime(team.createdAt) };
}

export function presentTeamMember(member: TeamMember) {
  return {
    team_id: member.teamId,
    user_id: member.userId,
    user: presentUser(member.user),
    created_at: laravelTime(member.createdAt),
  };
}
