import type { Caller } from '../../domain/caller.js';
import type { Work } from '../../persistence/unit-of-work.js';
import type { IssueRef } from '../../watching/watching.service.js';

/**
 * What can be watched (a port of the native dialect). The host finds it by the words of the path and judges the
 * caller: `NotFoundError` for what is absent or the caller is no member of, `ForbiddenError` without the permission.
 */
export abstract class Watchables {
  abstract issue(work: Work, caller: Caller, project: string, key: string): Promise<IssueRef>;
  /** Answers the id of a project whose reports the caller may read. */
  abstract project(work: Work, caller: Caller, project: string): Promise<number>;
}
