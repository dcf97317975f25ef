import type { Audience } from '../domain/audience.js';
import { z } from 'zod';
import { storableText } from './storable-text.js';
import { NotificationEvent } from './notification-event.js';
import { NotificationType } from '../domain/notification-type.js';
import type { Voices } from './voice.js';
import { watchersOfIssue } from './watchers-of-issue.js';

const lane = z.object({ id: z.int().positive(), name: storableText.max(255) });
const payload = z.object({ from: lane, to: lane });

/** Type 3: the issue's watchers. */
export class IssueMoved extends NotificationEvent<z.infer<typeof payload>> {
  static readonly eventName = 'issue.moved';
  static readonly payload = payload;
  static readonly voices: Voices = {
    watching: {
      type: NotificationType.LaneChange,
      mailFlag: 'notify_watched_activity_email',
      sentence: {
        en: '{actor} moved "{title}" to "{lane}"',
        nl: '{actor} verplaatste "{title}" naar "{lane}"',
      },
    },
  };

  override audience(): Audience {
    return watchersOfIssue(this.occurrence.subject);
  }

  protected override words(): Readonly<Record<string, string>> {
    return { lane: this.occurrence.params.to.name };
  }
}
