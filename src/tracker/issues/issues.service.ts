import { type Person, WatchingService, type Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import { type Page, readPage } from '../../input/page.js';
import { People } from '../people.js';
import { laneOf, lanesOf } from '../projects/lanes.js';
import type { Project } from '../projects/project.entity.js';
import { findIssue, lockIssue } from './find-issue.js';
import { insertIssue } from './insert-issue.js';
import { IssueEvents } from './issue-events.js';
import type { IssueInput, IssuePatch } from './issue-input.js';
import { issueOccurrence } from './issue-occurrence.js';
import { Issue } from './issue.entity.js';

@Injectable()
export class IssuesService {
  constructor(
    private readonly watching: WatchingService,
    private readonly events: IssueEvents,
  ) {}

  list(work: Work, project: Project, page: Page): Promise<Issue[]> {
    const where = { tenantId: work.scope.tenantId, projectId: project.id };
    return readPage(work.manager.createQueryBuilder(Issue, 'issue').where(where), 'issue.id', page);
  }

  find(work: Work, project: Project, key: string): Promise<Issue> {
    return findIssue(work, project, key);
  }

  async create(work: Work, person: Person, project: Project, input: IssueInput): Promise<Issue> {
    const people = await People.among(work, [person.userId, input.assignee_id]);
    const assignee = people.chosen('assignee_id', input.assignee_id);
    const lane = laneOf(await lanesOf(work, project), input.lane_id);
    const issue = await insertIssue(work, project, {
      title: input.title,
      description: input.description ?? null,
      creatorId: person.userId,
      assigneeId: assignee?.id ?? null,
      laneId: lane.id,
    });
    await this.watching.autoWatch(work, person.userId, issue, 'auto_watch_on_create');
    const occurrence = issueOccurrence(people.actor(person), project, issue);
    if (assignee) await this.events.assigned(work, issue, occurrence, { from: null, to: assignee });
    return issue;
  }

  /** Told in this order, so that the new assignee, who watches by then, hears of the move. */
  async change(work: Work, person: Person, project: Project, key: string, patch: IssuePatch): Promise<Issue> {
    const issue = await lockIssue(work, project, key);
    const lanes = await lanesOf(work, project);
    const people = await People.among(work, [person.userId, issue.assigneeId, patch.assignee_id]);
    const { assignee_id: assigneeId = issue.assigneeId, lane_id: laneId = issue.laneId } = patch;
    const assignee = { from: people.named(issue.assigneeId), to: people.chosen('assignee_id', assigneeId) };
    const lane = { from: laneOf(lanes, issue.laneId), to: laneOf(lanes, laneId) };
    issue.title = patch.title ?? issue.title;
    issue.assigneeId = assigneeId;
    issue.laneId = laneId;
    await work.manager.save(issue);

    const occurrence = issueOccurrence(people.actor(person), project, issue);
    if (assignee.from?.id !== assignee.to?.id) await this.events.assigned(work, issue, occurrence, assignee);
    if (lane.from.id !== lane.to.id) await this.events.moved(work, occurrence, lane);
    return issue;
  }
}
