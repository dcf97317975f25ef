import { NotFoundError, type Work } from '@kendo/notifications';
import type { Project } from '../projects/project.entity.js';
import { Issue } from './issue.entity.js';

type NewIssue = Pick<Issue, 'title' | 'description' | 'creatorId' | 'assigneeId' | 'laneId'>;

/** Gives it the project's next number; the project's row makes those who come at the same time wait their turn. */
export async function insertIssue(
  work: Work,
  project: Pick<Project, 'id'>,
  content: NewIssue,
): Promise<Issue> {
  const { tenantId } = work.scope;
  const [counted] = await work.rows<{ number: number }>(
    `UPDATE projects SET last_issue_number = last_issue_number + 1 WHERE tenant_id = $1 AND id = $2
     RETURNING last_issue_number AS number`,
    [tenantId, project.id],
  );
  if (!counted) throw new NotFoundError();
  const issue = work.manager.create(Issue, { ...content, ...counted, tenantId, projectId: project.id });
  await work.manager.insert(Issue, issue);
  return issue;
}
