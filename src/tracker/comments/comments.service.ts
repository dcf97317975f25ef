import { IssueCommented, Notifier, type Person, WatchingService, type Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import { type Page, readPage } from '../../input/page.js';
import { findIssue } from '../issues/find-issue.js';
import { issueOccurrence } from '../issues/issue-occurrence.js';
import { People } from '../people.js';
import type { Project } from '../projects/project.entity.js';
import { Comment } from './comment.entity.js';
import { mentionedPeople } from './mentioned-people.js';

/** As much of a comment as its event carries, for the inbox and the mail. */
const TOLD_CHARACTERS = 2_000;

@Injectable()
export class CommentsService {
  constructor(
    private readonly notifier: Notifier,
    private readonly watching: WatchingService,
  ) {}

  async list(work: Work, project: Project, key: string, page: Page): Promise<Comment[]> {
    const issue = await findIssue(work, project, key);
    const where = { tenantId: work.scope.tenantId, issueId: issue.id };
    return readPage(work.manager.createQueryBuilder(Comment, 'comment').where(where), 'comment.id', page);
  }

  /** Whoever comments begins to watch; whoever is mentioned does not. */
  async create(work: Work, person: Person, project: Project, key: string, body: string): Promise<Comment> {
    const issue = await findIssue(work, project, key);
    const mentioned = await mentionedPeople(work, body);
    const people = await People.among(work, [person.userId]);
    const comment = work.manager.create(Comment, {
      tenantId: work.scope.tenantId,
      issueId: issue.id,
      authorId: person.userId,
      body,
    });
    await work.manager.insert(Comment, comment);
    await this.watching.autoWatch(work, person.userId, issue, 'auto_watch_on_commented');
    await this.notifier.raise(
      work,
      new IssueCommented({
        ...issueOccurrence(people.actor(person), project, issue),
        params: { comment_id: comment.id, text: told(body), mentioned },
      }),
    );
    return comment;
  }
}

/** Cut between characters: half of a surrogate pair cannot be stored. */
function told(body: string): string {
  return [...body].slice(0, TOLD_CHARACTERS).join('');
}
