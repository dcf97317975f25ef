import type { Dialect } from './dialects.ts';
import type { Things } from './things.ts';

/** What is answered to an admin, a member, a viewer, a member of no project, and a service. */
export type Answers = readonly [
  admin: number,
  member: number,
  viewer: number,
  outsider: number,
  service: number,
];

export interface Route {
  readonly answers: Answers;
  /** The native one unless it says otherwise. */
  readonly dialect?: Dialect;
  /** Needs no token. */
  readonly isPublic?: true;
  /** What its path names, where a parameter is not called after that. */
  readonly parameters?: Readonly<Record<string, keyof Things>>;
  /** A right body. */
  readonly body?: (things: Things) => object;
  /** Where in the body, such as `variables.user_id`, things are named by id, one or many. */
  readonly ids?: Readonly<Record<string, keyof Things>>;
  /** The statuses of which one is due when what is named is not there; 403, 404 or 422 unless it says otherwise. */
  readonly absent?: readonly number[];
}

export const anybody = (status = 200): Answers => [status, status, status, status, status];
export const people = (status = 200): Answers => [status, status, status, status, 403];
export const readers = (status = 200): Answers => [status, status, status, 404, 403];
export const writers = (status: number): Answers => [status, status, 403, 404, 403];
export const keepers = (status: number): Answers => [status, 403, 403, 404, 403];
export const admins = (status: number): Answers => [status, 403, 403, 403, 403];
export const changers: Answers = [204, 204, 403, 204, 403];
