import type { Things } from '../../support/things.ts';

/** What an event may be about, and which thing's id that is. */
export const SUBJECTS: Readonly<Record<string, keyof Things>> = {
  issue: 'issueId',
  task: 'issueId',
  comment: 'comment',
  report: 'report',
  project: 'project',
  team: 'team',
};

/** Laid over what an inbox shows of a subject, so that two can be compared but for the ids that were given. */
export const NO_IDS = { id: 0, report_id: 0 };

interface Naming {
  readonly type: string;
  readonly params: (userId: number) => object;
}

/** The built-in types that name a person in their payload. */
export const NAMING: readonly (readonly [what: string, event: Naming])[] = [
  ['assigned', { type: 'issue.assigned', params: (id) => ({ to: { id, name: 'X' } }) }],
  ['unassigned', { type: 'issue.assigned', params: (id) => ({ from: { id, name: 'X' } }) }],
  ['mentioned', { type: 'issue.commented', params: (id) => ({ comment_id: 1, text: 'x', mentioned: [id] }) }],
  ['added to a project', { type: 'project.member-added', params: (id) => ({ user_id: id }) }],
  ['added to a team', { type: 'team.member-added', params: (id) => ({ user_id: id }) }],
];
