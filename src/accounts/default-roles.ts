import type { Work } from '@kendo/notifications';
import { Role } from './role.entity.js';

/** What every tenant begins with. */
const DEFAULT_ROLES = {
  admin: { admin: true, permissions: [] },
  member: {
    admin: false,
    permissions: [
      'issues.read',
      'issues.write',
      'reports.read',
      'reports.write',
      'notifications.update',
      'notifications.delete',
    ],
  },
  viewer: { admin: false, permissions: ['issues.read', 'reports.read'] },
} as const;

export type DefaultRole = keyof typeof DEFAULT_ROLES;

/** Answers their ids by name. */
export async function insertDefaultRoles(work: Work): Promise<Readonly<Record<DefaultRole, number>>> {
  const { tenantId } = work.scope;
  const insert = async (name: DefaultRole): Promise<number> => {
    const { admin, permissions } = DEFAULT_ROLES[name];
    const role = work.manager.create(Role, { tenantId, name, admin, permissions: [...permissions] });
    await work.manager.insert(Role, role);
    return role.id;
  };
  return { admin: await insert('admin'), member: await insert('member'), viewer: await insert('viewer') };
}
