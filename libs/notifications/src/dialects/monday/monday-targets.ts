/**
 * Which types of the host's subjects stand behind monday's two targets. Those of the tracker unless the host says
 * otherwise; an id is looked for among all types of its target.
 */
export abstract class MondayTargets {
  /** "Projects refers to items or boards". */
  abstract readonly project: readonly string[];
  /** "posts refers to updates posted to items as replies or new updates". */
  abstract readonly post: readonly string[];
}

export const TRACKER_TARGETS: MondayTargets = {
  project: ['issue', 'project'],
  post: ['comment', 'report'],
};
