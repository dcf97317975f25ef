import { laravelTime } from '@kendo/notifications/native';
import { z } from 'zod';
import { userOutput } from '../../accounts/user-output.js';
import { presentUser } from '../../accounts/user-presenter.js';
import { id } from '../../input/id.js';
import type { TeamMember } from './team-member.entity.js';
import type { Team } from './team.entity.js';

const time = z.iso.datetime();

export const teamOutput = z.object({ id, name: z.string(), created_at: time });
export const teamMemberOutput = z.object({ team_id: id, user_id: id, user: userOutput, created_at: time });

export function presentTeam(team: Team): z.infer<typeof teamOutput> {
  return { id: team.id, name: team.name, created_at: laravelTime(team.createdAt) };
}

export function presentTeamMember(member: TeamMember): z.infer<typeof teamMemberOutput> {
  return {
    team_id: member.teamId,
    user_id: member.userId,
    user: presentUser(member.user),
    created_at: laravelTime(member.createdAt),
  };
}
