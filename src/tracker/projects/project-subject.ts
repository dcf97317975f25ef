import type { Subject } from '@kendo/notifications';
import type { Project } from './project.entity.js';

export function projectSubject({ id, name }: Pick<Project, 'id' | 'name'>): Subject {
  return { type: 'project', id, title: name };
}
