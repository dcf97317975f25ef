import type { Work } from '@kendo/notifications';
import { InvalidSelectionError } from '../../input/invalid-selection.error.js';
import { Lane } from './lane.entity.js';
import type { Project } from './project.entity.js';

const FIRST_LANES = ['Backlog', 'In progress', 'Done'];

/** From left to right; a board has a few, so they are never paged. */
export function lanesOf(work: Work, project: Project): Promise<Lane[]> {
  return work.manager.find(Lane, {
    where: { tenantId: work.scope.tenantId, projectId: project.id },
    order: { position: 'ASC' },
  });
}

/** What a new project starts with. */
export async function createLanes(work: Work, projectId: number): Promise<void> {
  const { tenantId } = work.scope;
  await work.manager.insert(
    Lane,
    FIRST_LANES.map((name, position) => ({ tenantId, projectId, name, position })),
  );
}

/** The lane that was chosen, or the first one where none was. */
export function laneOf(lanes: readonly Lane[], id: number | null | undefined): Lane {
  const lane = id == null ? lanes[0] : lanes.find((one) => one.id === id);
  if (!lane) throw new InvalidSelectionError('lane_id');
  return lane;
}
