import { ForbiddenError, type Work } from '@kendo/notifications';
import { type Author, Operator } from '../accounts/author.js';
import type { Role } from '../accounts/role.entity.js';
import { User } from '../accounts/user.entity.js';

/** How far an author reaches: over everybody but admins, whom only admins and operators may touch. */
export class Authority {
  private constructor(
    private readonly by: Author,
    private readonly isAdmin: boolean,
  ) {}

  /**
   * Waits for its turn: one change at a time of a tenant's people, roles and tokens, so that what is checked is
   * still so when it is written. Then asks what the author may do, which may be less by now than when they asked.
   */
  static async of(work: Work, by: Author): Promise<Authority> {
    const { tenantId } = work.scope;
    await work.rows(`SELECT pg_advisory_xact_lock(hashtextextended('administration', $1))`, [tenantId]);
    if (by instanceof Operator) return new Authority(by, true);
    const where = { tenantId, id: by.userId };
    const author = await work.manager.findOne(User, { where, relations: { role: true } });
    if (!author || !mayManage(author.role)) throw new ForbiddenError();
    return new Authority(by, author.role.admin);
  }

  /** For every role that a change gives, takes or touches, by itself or through a person who has it. */
  requireOver(role: Pick<Role, 'admin'>): void {
    if (role.admin && !this.isAdmin) throw new ForbiddenError();
  }

  /** No token hands out an ability that the author's own token lacks. */
  requireAbilities(abilities: readonly string[]): void {
    const { by } = this;
    if (by instanceof Operator || abilities.every((ability) => by.hasAbility(ability))) return;
    throw new ForbiddenError();
  }
}

function mayManage({ admin, permissions }: Role): boolean {
  return admin || permissions.includes('users.manage');
}
