import type { Work } from '@kendo/notifications';
import { inAnySpelling } from '../accounts/in-any-spelling.js';
import { Role } from '../accounts/role.entity.js';
import { User } from '../accounts/user.entity.js';
import { OperationRefused } from './operation-refused.error.js';

/** Somebody by the handle, as operators name people. */
export async function userNamed(work: Work, handle: string): Promise<User> {
  const where = { tenantId: work.scope.tenantId, handle: handle.toLowerCase() };
  const user = await work.manager.findOneBy(User, where);
  if (!user) throw new OperationRefused(`There is no user ${handle}.`);
  return user;
}

/** A role by its name. */
export async function roleNamed(work: Work, name: string): Promise<Role> {
  const role = await work.manager.findOneBy(Role, {
    tenantId: work.scope.tenantId,
    name: inAnySpelling(name),
  });
  if (!role) throw new OperationRefused(`There is no role ${name}.`);
  return role;
}
