import type { Audience } from '../domain/audience.js';
import { NotificationEvent } from './notification-event.js';
import { NotificationType, type Voices } from './voice.js';

type CommentParams = { issueId: number; commentId: number; text: string; mentioned: readonly number[] };

/** Type 4 for those mentioned, type 2 for the watchers. */
export class IssueCommented extends NotificationEvent<CommentParams> {
  static readonly eventName = 'issue.commented';
  static readonly voices: Voices = {
    mentioned: {
      type: NotificationType.Mention,
      mailFlag: 'notify_mentions',
      important: true,
      mention: true,
      sentence: { en: '{actor} mentioned you in "{title}"', nl: '{actor} noemde je in "{title}"' },
    },
    watching: {
      type: NotificationType.Comment,
      mailFlag: 'notify_watched_activity_email',
      sentence: { en: '{actor} commented on "{title}"', nl: '{actor} reageerde op "{title}"' },
    },
  };

  override audience(): Audience {
    const { issueId, mentioned } = this.occurrence.params;
    return {
      named: mentioned.map((userId) => ({ userId, reason: 'mentioned' as const })),
      watchersOf: { type: 'issue', id: issueId },
    };
  }

  protected override body(): string {
    return this.occurrence.params.text;
  }
}
