import type { Audience, Reason, WatchedType } from '../domain/audience.js';
import type { Language } from '../domain/language.js';
import { type MailContent, NotificationEvent } from './notification-event.js';
import type { Voice, Voices } from './voice.js';

type CustomParams = {
  /** The event's own name, such as `todo.created`. */
  type: string;
  message: string;
  /** The comment that it is about; its subject is then the comment's issue. */
  comment_id?: number | undefined;
  recipients: readonly number[];
  watchers_of?: { type: WatchedType; id: number } | undefined;
  mail?: { subject: string; text: string } | undefined;
};

const VOICE: Voice = { sentence: { en: '{message}', nl: '{message}' } };

/** Type 9: an event of another product, told in its own words to those it names; mailed when it brings a mail. */
export class CustomEvent extends NotificationEvent<CustomParams> {
  static readonly eventName = 'custom';
  static readonly voices: Voices = { named: VOICE, watching: VOICE };

  override audience(): Audience {
    const { recipients, watchers_of: watchersOf } = this.occurrence.params;
    const named = recipients.map((userId) => ({ userId, reason: 'named' as const }));
    return watchersOf ? { named, watchersOf } : { named };
  }

  override mails(): boolean {
    return this.occurrence.params.mail !== undefined;
  }

  override toMail(reason: Reason, language: Language): MailContent {
    const { mail } = this.occurrence.params;
    const content = super.toMail(reason, language);
    return mail ? { ...content, message: mail.subject, body: mail.text } : content;
  }
}
