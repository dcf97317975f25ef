import type { Audience } from '../domain/audience.js';
import { NotificationEvent } from './notification-event.js';
import { NotificationType, type Voices } from './voice.js';

type MoveParams = { issueId: number; from: Lane; to: Lane };
type Lane = { id: number; name: string };

/** Type 3: the watchers. */
export class IssueMoved extends NotificationEvent<MoveParams> {
  static readonly eventName = 'issue.moved';
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
    return { watchersOf: { type: 'issue', id: this.occurrence.params.issueId } };
  }

  protected override words(): Readonly<Record<string, string>> {
    return { lane: this.occurrence.params.to.name };
  }
}
