import { laravelTime } from '@kendo/notifications/native';
import { z } from 'zod';
import { id } from '../../input/id.js';
import type { Project } from '../projects/project.entity.js';
import { formatIssueKey } from './issue-key.js';
import type { Issue } from './issue.entity.js';

const time = z.iso.datetime();

export const issueOutput = z.object({
  id,
  key: z.string(),
  number: z.int().positive(),
  project_id: id,
  title: z.string(),
  description: z.string().nullable(),
  lane_id: id,
  creator_id: id.nullable(),
  assignee_id: id.nullable(),
  created_at: time,
  updated_at: time,
});

export function presentIssue({ prefix }: Project, issue: Issue): z.infer<typeof issueOutput> {
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
