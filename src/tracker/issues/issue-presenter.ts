import { laravelTime } from '@kendo/notifications/native';
import type { Project } from '../projects/project.entity.js';
import { formatIssueKey } from './issue-key.js';
import type { Issue } from './issue.entity.js';

export function presentIssue({ prefix }: Project, issue: Issue) {
  return {
    id: issue.id,
    key: formatIssueKey({ prefix, number: issue.number }),
    number: issue.number,
    project_id: issue.projectId,
    title: issue.title,
    description: issue.description,
    lane_id: issue.laneId,
    creator_id: issue.creatorId,
    assignee_id: issue.assigneeId,
    created_at: laravelTime(issue.createdAt),
    updated_at: laravelTime(issue.updatedAt),
  };
}
