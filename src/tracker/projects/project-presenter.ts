import { laravelTime } from '@kendo/notifications/native';
import { presentUser } from '../../accounts/user-presenter.js';
import type { Lane } from './lane.entity.js';
import type { ProjectMember } from './project-member.entity.js';
import type { Project } from './project.entity.js';

export function presentProject(project: Project) {
  return {
    id: project.id,
    name: project.name,
    prefix: project.prefix,
    owner_id: project.ownerId,
    created_at: laravelTime(project.createdAt),
  };
}

export function presentLane({ id, name, position }: Lane) {
  return { id, name, position };
}

export function presentProjectMember(member: ProjectMember) {
  return {
    project_id: member.projectId,
    user_id: member.userId,
    user: presentUser(member.user),
    created_at: laravelTime(member.createdAt),
  };
}
