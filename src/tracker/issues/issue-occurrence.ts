import type { AccessGate, Actor, Occurrence } from '@kendo/notifications';
import { projectSubject } from '../projects/project-subject.js';
import type { Project } from '../projects/project.entity.js';
import { formatIssueKey } from './issue-key.js';
import type { Issue } from './issue.entity.js';

/** What every event of an issue says, beside what happened to it. */
export type IssueOccurrence = Omit<Occurrence, 'params' | 'gate'> & { readonly gate: AccessGate };

export function issueOccurrence(
  actor: Actor,
  project: Pick<Project, 'id' | 'name' | 'prefix'>,
  issue: Issue,
): IssueOccurrence {
  const key = formatIssueKey({ prefix: project.prefix, number: issue.number });
  return {
    actor,
    subject: { type: 'issue', id: issue.id, title: issue.title, key },
    parent: projectSubject(project),
    projectId: project.id,
    gate: { type: 'issues.read', id: project.id },
  };
}
