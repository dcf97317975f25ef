import { IssueAssigned, IssueMoved, Notifier, WatchingService, type Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import { type Named, named } from '../named.js';
import { passes } from '../projects/project-access.js';
import type { IssueOccurrence } from './issue-occurrence.js';
import type { Issue } from './issue.entity.js';

/** From one to another; for an assignment, either may be nobody. */
export interface Change<What> {
  readonly from: What;
  readonly to: What;
}

/** What is told of an issue when it changes hands or lanes, and who begins to watch it then. */
@Injectable()
export class IssueEvents {
  constructor(
    private readonly notifier: Notifier,
    private readonly watching: WatchingService,
  ) {}

  async assigned(work: Work, issue: Issue, occurrence: IssueOccurrence, assignee: Change<Named | null>) {
    const { from, to } = assignee;
    /* Who may not read the issue may not watch it either. */
    if (to && (await passes(work, occurrence.gate, to.id))) {
      await this.watching.autoWatch(work, to.id, issue, 'auto_watch_on_assigned');
    }
    await this.notifier.raise(work, new IssueAssigned({ ...occurrence, params: { from, to } }));
  }

  async moved(work: Work, occurrence: IssueOccurrence, lane: Change<Named>): Promise<void> {
    const params = { from: named(lane.from), to: named(lane.to) };
    await this.notifier.raise(work, new IssueMoved({ ...occurrence, params }));
  }
}
