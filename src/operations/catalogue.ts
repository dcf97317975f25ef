import { ListAudit } from './audit/list-audit.js';
import { ListDeadLetters } from './dead-letters/list-dead-letters.js';
import { ResendDeadLetters } from './dead-letters/resend-dead-letters.js';
import { CreateRole } from './roles/create-role.js';
import { DeleteRole } from './roles/delete-role.js';
import { ListRoles } from './roles/list-roles.js';
import { UpdateRole } from './roles/update-role.js';
import { AddTeamMember } from './teams/add-team-member.js';
import { CreateTeam } from './teams/create-team.js';
import { DeleteTeam } from './teams/delete-team.js';
import { ListTeamMembers } from './teams/list-team-members.js';
import { ListTeams } from './teams/list-teams.js';
import { RemoveTeamMember } from './teams/remove-team-member.js';
import { UpdateTeam } from './teams/update-team.js';
import { CreateTenant } from './tenants/create-tenant.js';
import { ListTenants } from './tenants/list-tenants.js';
import { CreateToken } from './tokens/create-token.js';
import { ListTokens } from './tokens/list-tokens.js';
import { RevokeToken } from './tokens/revoke-token.js';
import { CreateUser } from './users/create-user.js';
import { DeleteUser } from './users/delete-user.js';
import { ListUsers } from './users/list-users.js';
import { UpdateUser } from './users/update-user.js';

/** Everything that an operator can do, by the name under which it is asked for. */
export const OPERATIONS = {
  'tenants.create': CreateTenant,
  'tenants.list': ListTenants,
  'users.create': CreateUser,
  'users.list': ListUsers,
  'users.update': UpdateUser,
  'users.delete': DeleteUser,
  'roles.create': CreateRole,
  'roles.list': ListRoles,
  'roles.update': UpdateRole,
  'roles.delete': DeleteRole,
  'tokens.create': CreateToken,
  'tokens.list': ListTokens,
  'tokens.revoke': RevokeToken,
  'teams.create': CreateTeam,
  'teams.list': ListTeams,
  'teams.update': UpdateTeam,
  'teams.delete': DeleteTeam,
  'teams.members': ListTeamMembers,
  'teams.add': AddTeamMember,
  'teams.remove': RemoveTeamMember,
  'audit.list': ListAudit,
  'dead-letters.list': ListDeadLetters,
  'dead-letters.resend': ResendDeadLetters,
} as const;

export type OperationName = keyof typeof OPERATIONS;
