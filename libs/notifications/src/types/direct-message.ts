import type { Audience } from '../domain/audience.js';
import { NotificationEvent } from './notification-event.js';
import type { Voices } from './voice.js';

type DirectParams = {
  recipients: readonly number[];
  /** One line. */
  message: string;
  /** All of it, where a line does not hold it. */
  text?: string;
  /** The comment that it is about; its subject is then the comment's issue. */
  comment_id?: number | undefined;
};

/** Type 8: the ones addressed, oneself too; mailed by the master switch alone. */
export class DirectMessage extends NotificationEvent<DirectParams> {
  static readonly eventName = 'direct';
  static readonly voices: Voices = {
    direct: { sentence: { en: '{message}', nl: '{message}' } },
  };

  override audience(): Audience {
    const { recipients } = this.occurrence.params;
    return { named: recipients.map((userId) => ({ userId, reason: 'direct' as const })) };
  }

  protected override body(): string | null {
    return this.occurrence.params.text ?? null;
  }
}
