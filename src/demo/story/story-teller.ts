import { Notifier, type NotificationEvent, type Work } from '@kendo/notifications';
import { Injectable } from '@nestjs/common';
import { type TenantContent, Cast } from './cast.js';
import { IssueStories } from './issue-stories.js';
import { letAge } from './let-age.js';
import { newsEvent } from './news-events.js';
import type { IssueStory, Story } from './story.js';

type Left = NonNullable<IssueStory['left']>;

/**
 * Brings a story into a tenant as if it had happened: the library records and fans out its events, all in the
 * transaction of the seeding, and what came of them is given the age that the story says.
 */
@Injectable()
export class StoryTeller {
  constructor(
    private readonly issues: IssueStories,
    private readonly notifier: Notifier,
  ) {}

  async tell(work: Work, content: TenantContent, story: Story): Promise<void> {
    const cast = new Cast(content);
    const events: NotificationEvent[] = [];
    const left: Record<Left, string[]> = { archived: [], unread: [] };
    for (const told of story.issues.toSorted(byStart)) {
      const { issue, events: ofIssue } = await this.issues.write(work, cast, told);
      events.push(...ofIssue);
      if (told.left) left[told.left].push(`issue ${issue.id}`);
    }
    for (const news of story.news) events.push(await newsEvent(work, cast, news));

    await switchMail(work, false);
    await this.notifier.deliverAll(work, events.sort(byTime));
    await switchMail(work, true);
    await letAge(work, left);
  }
}

/** Nobody wants mail of what is long past: while all switches are off, no delivery is made that had to be closed. */
async function switchMail(work: Work, on: boolean): Promise<void> {
  await work.change('UPDATE users SET email_notifications = $2 WHERE tenant_id = $1', [
    work.scope.tenantId,
    on,
  ]);
}

/** Issues are numbered as they came. */
function byStart({ steps: [one] }: IssueStory, { steps: [other] }: IssueStory): number {
  return (other?.[0] ?? 0) - (one?.[0] ?? 0);
}

/** The order of an inbox is that in which its events were recorded. */
function byTime(one: NotificationEvent, other: NotificationEvent): number {
  return Number(one.occurrence.occurredAt) - Number(other.occurrence.occurredAt);
}
