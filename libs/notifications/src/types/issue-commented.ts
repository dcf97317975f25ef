import type { Audience } from '../domain/audience.js';
import { z } from 'zod';
import { storableText } from './storable-text.js';
import { NotificationEvent } from './notification-event.js';
import { NotificationType } from '../domain/notification-type.js';
import type { Voices } from './voice.js';
import { watchersOfIssue } from './watchers-of-issue.js';

const payload = z.object({
  comment_id: z.int().positive(),
  text: storableText.max(2_000),
  mentioned: z.array(z.int().positive()).max(50).default([]),
});

/** Type 4 for those mentioned, type 2 for the issue's watchers. */
export class IssueCommented extends NotificationEvent<z.infer<typeof payload>> {
  static readonly eventName = 'issue.commented';
  static readonly payload = payload;
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
    const { subject, params } = this.occurrence;
    return {
      named: params.mentioned.map((userId) => ({ userId, reason: 'mentioned' as const })),
      ...watchersOfIssue(subject),
    };
  }

  protected override body(): string {
    return this.occurrence.params.text;
  }
}
