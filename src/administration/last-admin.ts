import { InvalidInputError, type Work } from '@kendo/notifications';

/** To be asked after a change that may have taken an admin away, which is then undone. `field` is what asked for it. */
export async function requireAnAdmin(work: Work, field: string): Promise<void> {
  const admins = await work.rows(
    `SELECT FROM roles r JOIN users u ON u.tenant_id = $1 AND u.role_id = r.id
     WHERE r.tenant_id = $1 AND r.admin LIMIT 1`,
    [work.scope.tenantId],
  );
  if (admins.length === 0) throw new InvalidInputError({ [field]: ['The last admin cannot be removed.'] });
}
