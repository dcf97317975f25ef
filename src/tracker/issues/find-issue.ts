import { NotFoundError, type Work } from '@kendo/notifications';
import type { FindOneOptions } from 'typeorm';
import type { Project } from '../projects/project.entity.js';
import { parseIssueKey } from './issue-key.js';
import { Issue } from './issue.entity.js';

/** An issue of this project by its key. */
export function findIssue(work: Work, project: Project, key: string): Promise<Issue> {
  return find(work, project, key);
}

/** The same, and nobody else changes it until this unit of work ends; comments may still come. */
export function lockIssue(work: Work, project: Project, key: string): Promise<Issue> {
  return find(work, project, key, { mode: 'for_no_key_update' });
}

async function find(
  work: Work,
  project: Project,
  key: string,
  lock?: FindOneOptions<Issue>['lock'],
): Promise<Issue> {
  const parsed = parseIssueKey(key);
  if (parsed?.prefix !== project.prefix) throw new NotFoundError();
  const where = { tenantId: work.scope.tenantId, projectId: project.id, number: parsed.number };
  const issue = await work.manager.findOne(Issue, { where, lock });
  if (!issue) throw new NotFoundError();
  return issue;
}
