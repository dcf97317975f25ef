import {
  IssueAssigned,
  IssueCommented,
  IssueMoved,
  type NotificationEvent,
  WatchingService,
  type Work,
} from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import { Comment } from '../../tracker/comments/comment.entity.js';
import { mentionedHandles } from '../../tracker/comments/mentions.js';
import { insertIssue } from '../../tracker/issues/insert-issue.js';
import { issueOccurrence } from '../../tracker/issues/issue-occurrence.js';
import { Issue } from '../../tracker/issues/issue.entity.js';
import { named } from '../../tracker/named.js';
import type { DemoProjectEntry } from '../demo-file.js';
import { type Cast, the } from './cast.js';
import type { IssueStep, IssueStory } from './story.js';

/** An issue on its way through its story. */
interface Walk {
  readonly cast: Cast;
  readonly project: DemoProjectEntry;
  /** As far as the story has come. */
  readonly issue: Issue;
  readonly comments: readonly Comment[];
}

/** Writes issues as their stories left them, and answers the events on the way there. */
@Injectable()
export class IssueStories {
  constructor(private readonly watching: WatchingService) {}

  async write(
    work: Work,
    cast: Cast,
    story: IssueStory,
  ): Promise<{ issue: Issue; events: NotificationEvent[] }> {
    const project = cast.project(story.project);
    const issue = await insertIssue(work, project, {
      title: story.title,
      description: null,
      creatorId: cast.user(story.creator).id,
      assigneeId: null,
      laneId: the(project.lanes, () => true).id,
    });
    for (const handle of watchersOf(story)) {
      const watched = { id: issue.id, projectId: project.id };
      await this.watching.autoWatch(work, cast.user(handle).id, watched, 'auto_watch_on_create');
    }
    const walk = { cast, project, issue, comments: await insertComments(work, cast, issue, story) };
    const events = story.steps.map((step) => take(walk, step));
    const { tenantId, id, assigneeId, laneId } = issue;
    await work.manager.update(Issue, { tenantId, id }, { assigneeId, laneId });
    return { issue, events };
  }
}

/** Who is assigned on the way watches from the beginning too: a story is told in one breath. */
function watchersOf({ creator, watchers, steps }: IssueStory): Set<string> {
  const assigned = steps.flatMap(([, , did, what]) => (did === 'assigned to' ? [what] : []));
  return new Set([creator, ...watchers, ...assigned]);
}

async function insertComments(
  work: Work,
  cast: Cast,
  { tenantId, id: issueId }: Issue,
  { steps }: IssueStory,
): Promise<Comment[]> {
  const said = steps.filter(([, , did]) => did === 'said');
  const comments = said.map(([, by, , body]) =>
    work.manager.create(Comment, { tenantId, issueId, authorId: cast.user(by).id, body }),
  );
  await work.manager.insert(Comment, comments);
  return comments;
}

function take(walk: Walk, [daysAgo, by, did, what]: IssueStep): NotificationEvent {
  const { cast, project, issue, comments } = walk;
  const occurrence = {
    ...issueOccurrence(named(cast.user(by)), project, issue),
    occurredAt: cast.time(daysAgo),
  };
  if (did === 'said') {
    const { id: comment_id } = the(comments, ({ body }) => body === what);
    const mentioned = mentionedHandles(what).map((handle) => cast.user(handle).id);
    return new IssueCommented({ ...occurrence, params: { comment_id, text: what, mentioned } });
  }
  if (did === 'moved to') {
    const from = the(project.lanes, ({ id }) => id === issue.laneId);
    const to = the(project.lanes, ({ name }) => name === what);
    issue.laneId = to.id;
    return new IssueMoved({ ...occurrence, params: { from: named(from), to: named(to) } });
  }
  const from = issue.assigneeId === null ? null : named(cast.userWithId(issue.assigneeId));
  const to = named(cast.user(what));
  issue.assigneeId = to.id;
  return new IssueAssigned({ ...occurrence, params: { from, to } });
}
