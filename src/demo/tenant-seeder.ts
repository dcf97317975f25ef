import { WatchingService, type Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import { AccessTokens } from '../accounts/access-tokens.js';
import { type DefaultRole, insertDefaultRoles } from '../accounts/default-roles.js';
import { User } from '../accounts/user.entity.js';
import { createLanes, lanesOf } from '../tracker/projects/lanes.js';
import { ProjectMember } from '../tracker/projects/project-member.entity.js';
import { Project } from '../tracker/projects/project.entity.js';
import { TeamMember } from '../tracker/teams/team-member.entity.js';
import { Team } from '../tracker/teams/team.entity.js';
import type { DemoProjectEntry, DemoUserEntry, NamedEntry } from './demo-file.js';
import type { DemoPerson, DemoProject, DemoTeam, DemoTenant } from './demo-tenants.js';
import { type TenantContent, the } from './story/cast.js';

type RoleIds = Readonly<Record<DefaultRole, number>>;

/** Writes what one tenant of the demo holds, and answers how `demo.json` tells it. */
@Injectable()
export class TenantSeeder {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly watching: WatchingService,
  ) {}

  async seed(work: Work, { slug, people, projects, teams }: DemoTenant): Promise<TenantContent> {
    const roles = await insertDefaultRoles(work);
    const users: DemoUserEntry[] = [];
    for (const person of people) users.push(await this.seedPerson(work, slug, person, roles));
    const seeded: DemoProjectEntry[] = [];
    for (const project of projects) seeded.push(await this.seedProject(work, project, users));
    const service = { userId: null, name: 'Demo service', abilities: ['events:write'] };
    return {
      users,
      service_token: (await this.tokens.create(work, service)).text,
      projects: seeded,
      teams: await insertTeams(work, teams, users),
    };
  }

  private async seedPerson(
    work: Work,
    slug: string,
    { handle, name, role }: DemoPerson,
    roles: RoleIds,
  ): Promise<DemoUserEntry> {
    const [firstName, lastName] = name;
    const email = `${handle}@${slug}.example`;
    const { tenantId } = work.scope;
    const user = work.manager.create(User, {
      tenantId,
      handle,
      firstName,
      lastName,
      email,
      roleId: roles[role],
    });
    await work.manager.insert(User, user);
    const { id, uuid } = user;
    const { text: token } = await this.tokens.create(work, { userId: id, name: 'Demo', abilities: ['*'] });
    return { id, uuid, handle, name: user.name, email, role, token };
  }

  private async seedProject(
    work: Work,
    { name, prefix, members: handles }: DemoProject,
    users: readonly DemoUserEntry[],
  ): Promise<DemoProjectEntry> {
    const { tenantId } = work.scope;
    const members = handles.map((handle) => the(users, (user) => user.handle === handle));
    const ownerId = members[0]?.id ?? null;
    const project = work.manager.create(Project, { tenantId, name, prefix, ownerId });
    await work.manager.insert(Project, project);
    await createLanes(work, project.id);
    for (const { id: userId } of members) {
      await work.manager.insert(ProjectMember, { tenantId, projectId: project.id, userId });
    }
    if (ownerId !== null) await this.watching.watchReports(work, ownerId, project.id);
    const lanes = (await lanesOf(work, project)).map(({ id, name }) => ({ id, name }));
    return { id: project.id, name, prefix, lanes, members: handles };
  }
}

async function insertTeams(
  work: Work,
  drafts: readonly DemoTeam[],
  users: readonly DemoUserEntry[],
): Promise<NamedEntry[]> {
  const { tenantId } = work.scope;
  const teams: NamedEntry[] = [];
  for (const { name, members } of drafts) {
    const team = work.manager.create(Team, { tenantId, name });
    await work.manager.insert(Team, team);
    for (const handle of members) {
      const { id: userId } = the(users, (user) => user.handle === handle);
      await work.manager.insert(TeamMember, { tenantId, teamId: team.id, userId });
    }
    teams.push({ id: team.id, name });
  }
  return teams;
}
