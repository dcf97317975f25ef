import { type AccessGate, type Caller, ForbiddenError, NotFoundError, type Work } from '@kendo/notifications';
import type { SelectQueryBuilder } from 'typeorm';
import { pathId } from '../../input/id.js';
import { Project } from './project.entity.js';

/** The projects that the caller is in; an admin is in all of them. The relation is the one that the fan-out asks. */
export function projectsOf(work: Work, caller: Caller): SelectQueryBuilder<Project> {
  return work.manager
    .createQueryBuilder(Project, 'project')
    .where('project.tenantId = :tenantId', work.scope)
    .andWhere(
      `EXISTS (SELECT FROM notification_readers r
         WHERE r.tenant_id = :tenantId AND r.gate_type = 'project' AND r.gate_id = project.id AND r.user_id = :userId)`,
      { userId: caller.userId },
    );
}

/** Who is no member learns nothing of a project; who is one may still lack the permission. */
export async function enterProject(
  work: Work,
  caller: Caller,
  project: string,
  permission: string | undefined,
): Promise<Project> {
  const found = await projectsOf(work, caller)
    .andWhere('project.id = :id', { id: pathId(project) })
    .getOne();
  if (!found) throw new NotFoundError();
  if (permission && !caller.can(permission)) throw new ForbiddenError();
  return found;
}

/** Whether somebody may read what is behind a gate, as the fan-out would judge at this moment. */
export async function passes(work: Work, { type, id }: AccessGate, userId: number): Promise<boolean> {
  const rows = await work.rows(
    `SELECT FROM notification_readers
     WHERE tenant_id = $1 AND gate_type = $2 AND gate_id = $3 AND user_id = $4 LIMIT 1`,
    [work.scope.tenantId, type, id, userId],
  );
  return rows.length > 0;
}
