import { InvalidInputError, NotFoundError, type Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import type { Author } from '../../accounts/author.js';
import { inAnySpelling } from '../../accounts/in-any-spelling.js';
import { Role } from '../../accounts/role.entity.js';
import { unlessTaken } from '../../accounts/taken.js';
import { User } from '../../accounts/user.entity.js';
import { AuditLog } from '../../audit/audit-log.js';
import { InvalidSelectionError } from '../../input/invalid-selection.error.js';
import { type Page, readPage } from '../../input/page.js';
import { Authority } from '../authority.js';
import { requireAnAdmin } from '../last-admin.js';
import type { RoleInput, RolePatch } from './role-input.js';

export interface RoleChoice {
  readonly role_id?: number | undefined;
  readonly role?: string | undefined;
}

/** What people may be made. An error is thrown before anything is written, or undoes the unit of work. */
@Injectable()
export class RolesService {
  constructor(private readonly audit: AuditLog) {}

  list(work: Work, page: Page): Promise<Role[]> {
    const { tenantId } = work.scope;
    return readPage(work.manager.createQueryBuilder(Role, 'role').where({ tenantId }), 'role.id', page);
  }

  async find(work: Work, id: number): Promise<Role> {
    const role = await work.manager.findOneBy(Role, { tenantId: work.scope.tenantId, id });
    if (!role) throw new NotFoundError();
    return role;
  }

  /** The role that an input names, by its id or else by its name. */
  async chosen(work: Work, { role_id: id, role: name }: RoleChoice): Promise<Role> {
    const is = id === undefined ? { name: inAnySpelling(name ?? '') } : { id };
    const role = await work.manager.findOneBy(Role, { tenantId: work.scope.tenantId, ...is });
    if (!role) throw new InvalidSelectionError(id === undefined ? 'role' : 'role_id');
    return role;
  }

  async create(work: Work, by: Author, { name, permissions, admin = false }: RoleInput): Promise<Role> {
    const authority = await Authority.of(work, by);
    authority.requireOver({ admin });
    const role = work.manager.create(Role, { tenantId: work.scope.tenantId, name, permissions, admin });
    await unlessTaken(() => work.manager.insert(Role, role));
    await this.audit.record(work, by, 'role.created', role.id, { after: seen(role) });
    return role;
  }

  async change(work: Work, by: Author, id: number, patch: RolePatch): Promise<Role> {
    const authority = await Authority.of(work, by);
    const role = await this.find(work, id);
    const before = seen(role);
    authority.requireOver(role);
    work.manager.merge(Role, role, patch);
    authority.requireOver(role);
    await unlessTaken(() => work.manager.save(role));
    if (before.admin && !role.admin) await requireAnAdmin(work, 'admin');
    await this.audit.record(work, by, 'role.changed', id, { before, after: seen(role) });
    return role;
  }

  /** A role that somebody has stays. */
  async delete(work: Work, by: Author, id: number): Promise<void> {
    const authority = await Authority.of(work, by);
    const role = await this.find(work, id);
    authority.requireOver(role);
    const { tenantId } = work.scope;
    if (await work.manager.existsBy(User, { tenantId, roleId: id })) {
      throw new InvalidInputError({ role: ['The role is in use.'] });
    }
    await work.manager.delete(Role, { tenantId, id });
    await this.audit.record(work, by, 'role.deleted', id, { before: seen(role) });
  }
}

const seen = ({ name, admin, permissions }: Role) => ({ name, admin, permissions });
