import type { Caller, IssueRef, Work } from '@kendo/notifications';
import { Watchables } from '@kendo/notifications/native';
import { Injectable } from '@nestjs/common';
import { findIssue } from '../tracker/issues/find-issue.js';
import { enterProject } from '../tracker/projects/project-access.js';

/** The tracker's issues and projects, as far as the caller may read them. */
@Injectable()
export class TrackerWatchables extends Watchables {
  async issue(work: Work, caller: Caller, project: string, key: string): Promise<IssueRef> {
    return findIssue(work, await enterProject(work, caller, project, 'issues.read'), key);
  }

  async project(work: Work, caller: Caller, project: string): Promise<number> {
    return (await enterProject(work, caller, project, 'reports.read')).id;
  }
}
