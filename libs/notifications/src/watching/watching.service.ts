import { Injectable } from '@nestjs/common';
import type { AutoWatchFlag } from '../domain/preference-flags.js';
import type { Work } from '../persistence/unit-of-work.js';

export interface IssueRef {
  readonly id: number;
  readonly projectId: number;
}

/** The two pivots: a row for each person who watches an issue, or a project's reports. */
@Injectable()
export class WatchingService {
  async watchesIssue(work: Work, userId: number, issueId: number): Promise<boolean> {
    const rows = await work.rows(
      'SELECT 1 FROM issue_watchers WHERE tenant_id = $1 AND issue_id = $2 AND user_id = $3',
      [work.scope.tenantId, issueId, userId],
    );
    return rows.length > 0;
  }

  /** Answers whether the person watches now. */
  async toggleIssue(work: Work, userId: number, issue: IssueRef): Promise<boolean> {
    const removed = await work.change(
      'DELETE FROM issue_watchers WHERE tenant_id = $1 AND issue_id = $2 AND user_id = $3',
      [work.scope.tenantId, issue.id, userId],
    );
    if (removed > 0) return false;
    const added = await work.change(
      `INSERT INTO issue_watchers (tenant_id, issue_id, project_id, user_id) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING`,
      [work.scope.tenantId, issue.id, issue.projectId, userId],
    );
    /* The same person toggled at the same time, and came first: this one turns it back. */
    return added > 0 || this.toggleIssue(work, userId, issue);
  }

  /** Attaches a person who created, got or commented on an issue, if that flag of theirs is on. */
  async autoWatch(work: Work, userId: number, issue: IssueRef, flag: AutoWatchFlag): Promise<void> {
    await work.change(
      `INSERT INTO issue_watchers (tenant_id, issue_id, project_id, user_id)
       SELECT $1, $2, $3, $4 WHERE NOT EXISTS (
         SELECT FROM notification_preferences WHERE tenant_id = $1 AND user_id = $4 AND NOT ${flag})
       ON CONFLICT DO NOTHING`,
      [work.scope.tenantId, issue.id, issue.projectId, userId],
    );
  }

  /** Answers whether the person did not watch before. */
  async watchReports(work: Work, userId: number, projectId: number): Promise<boolean> {
    const added = await work.change(
      'INSERT INTO report_watchers (tenant_id, project_id, user_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [work.scope.tenantId, projectId, userId],
    );
    return added > 0;
  }

  async toggleReports(work: Work, userId: number, projectId: number): Promise<void> {
    const removed = await work.change(
      'DELETE FROM report_watchers WHERE tenant_id = $1 AND project_id = $2 AND user_id = $3',
      [work.scope.tenantId, projectId, userId],
    );
    if (removed > 0 || (await this.watchReports(work, userId, projectId))) return;
    await this.toggleReports(work, userId, projectId);
  }

  /** The whole list, in ascending order: the seed's answer to a toggle. */
  async reportWatcherIds(work: Work, projectId: number): Promise<number[]> {
    const rows = await work.rows<{ user_id: number }>(
      'SELECT user_id FROM report_watchers WHERE tenant_id = $1 AND project_id = $2 ORDER BY user_id',
      [work.scope.tenantId, projectId],
    );
    return rows.map((row) => row.user_id);
  }

  /** For a person who leaves a project. */
  async detachFromProject(work: Work, userId: number, projectId: number): Promise<void> {
    for (const table of ['issue_watchers', 'report_watchers']) {
      await work.change(`DELETE FROM ${table} WHERE tenant_id = $1 AND user_id = $2 AND project_id = $3`, [
        work.scope.tenantId,
        userId,
        projectId,
      ]);
    }
  }
}
