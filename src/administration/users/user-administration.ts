import { PeopleService, type Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import type { Author } from '../../accounts/author.js';
import { unlessTaken } from '../../accounts/taken.js';
import { presentManagedUser } from '../../accounts/user-presenter.js';
import { User } from '../../accounts/user.entity.js';
import { UsersService } from '../../accounts/users.service.js';
import { AuditLog } from '../../audit/audit-log.js';
import { Authority } from '../authority.js';
import { requireAnAdmin } from '../last-admin.js';
import { RolesService } from '../roles/roles.service.js';
import type { UserInput, UserPatch } from './user-input.js';

/** Who is there, and as what. An error is thrown before anything is written, or undoes the unit of work. */
@Injectable()
export class UserAdministration {
  constructor(
    private readonly users: UsersService,
    private readonly roles: RolesService,
    private readonly people: PeopleService,
    private readonly audit: AuditLog,
  ) {}

  async create(work: Work, by: Author, input: UserInput): Promise<User> {
    const authority = await Authority.of(work, by);
    const role = await this.roles.chosen(work, input);
    authority.requireOver(role);
    const row = work.manager.create(User, {
      tenantId: work.scope.tenantId,
      ...columnsOf(input),
      roleId: role.id,
    });
    await unlessTaken(() => work.manager.insert(User, row));
    const user = await this.users.get(work, row.id);
    await this.audit.record(work, by, 'user.created', user.id, { after: presentManagedUser(user) });
    return user;
  }

  async change(work: Work, by: Author, id: number, patch: UserPatch): Promise<User> {
    const authority = await Authority.of(work, by);
    const user = await this.users.get(work, id);
    authority.requireOver(user.role);
    const givesRole = patch.role_id !== undefined || patch.role !== undefined;
    const role = givesRole ? await this.roles.chosen(work, patch) : user.role;
    authority.requireOver(role);

    await this.users.change(work, id, { ...columnsOf(patch), roleId: role.id });
    if (user.role.admin && !role.admin) await requireAnAdmin(work, patch.role ? 'role' : 'role_id');

    const changed = await this.users.get(work, id);
    const [before, after] = [presentManagedUser(user), presentManagedUser(changed)];
    await this.audit.record(work, by, 'user.changed', id, { before, after });
    return changed;
  }

  /** What they did stays, done by nobody. All that was theirs goes along: tokens, memberships, inbox, mail. */
  async delete(work: Work, by: Author, id: number): Promise<void> {
    const authority = await Authority.of(work, by);
    const user = await this.users.get(work, id);
    authority.requireOver(user.role);
    await this.people.forget(work, id);
    await work.manager.delete(User, { tenantId: work.scope.tenantId, id });
    if (user.role.admin) await requireAnAdmin(work, 'user');
    await this.audit.record(work, by, 'user.deleted', id, { before: presentManagedUser(user) });
  }
}

/** What is left out is undefined, and so left alone. */
function columnsOf(input: UserPatch) {
  return {
    handle: input.handle,
    firstName: input.first_name,
    lastName: input.last_name,
    email: input.email,
    locale: input.locale,
    timezone: input.timezone,
    profilePicture: input.profile_picture,
    emailNotifications: input.email_notifications,
  };
}
