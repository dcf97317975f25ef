import { laravelTime } from '@kendo/notifications/native';
import { z } from 'zod';
import { userOutput } from '../../accounts/user-output.js';
import { presentUser } from '../../accounts/user-presenter.js';
import { id } from '../../input/id.js';
import type { Lane } from './lane.entity.js';
import type { ProjectMember } from './project-member.entity.js';
import type { Project } from './project.entity.js';

const time = z.iso.datetime();

export const projectOutput = z.object({
  id,
  name: z.string(),
  prefix: z.string(),
  owner_id: id.nullable(),
  created_at: time,
});
export const laneOutput = z.object({ id, name: z.string(), position: z.int() });
export const projectMemberOutput = z.object({
  project_id: id,
  user_id: id,
  user: userOutput,
  created_at: time,
});

export function presentProject(project: Project): z.infer<typeof projectOutput> {
  return {
    id: project.id,
    name: project.name,
    prefix: project.prefix,
    owner_id: project.ownerId,
    created_at: laravelTime(project.createdAt),
  };
}

export function presentLane({ id, name, position }: Lane): z.infer<typeof laneOutput> {
  return { id, name, position };
}

export function presentProjectMember(member: ProjectMember): z.infer<typeof projectMemberOutput> {
  return {
    project_id: member.projectId,
    user_id: member.userId,
    user: presentUser(member.user),
    created_at: laravelTime(member.createdAt),
  };
}
