import type { Audience, Reason } from '../domain/audience.js';
import type { Language } from '../domain/language.js';
import { type MailContent, NotificationEvent } from './notification-event.js';
import { richHtml } from './rich-text.js';
import type { Voices } from './voice.js';

type DirectParams = {
  recipients: readonly number[];
  /** One line. */
  message: string;
  /** All of it, where a line does not hold it. */
  text?: string | null;
  /** The comment that it is about; its subject is then the comment's issue. */
  comment_id?: number | undefined;
  /** Whether the text is Markdown or HTML. */
  rich?: boolean;
  /** What it is about, as it was given, where that is no whole subject. */
  collection?: string | null;
  item?: string | null;
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

  override toMail(reason: Reason, language: Language): MailContent {
    const { rich, text } = this.occurrence.params;
    const content = super.toMail(reason, language);
    return rich && text ? { ...content, html: richHtml(text) } : content;
  }

  protected override body(): string | null {
    return this.occurrence.params.text ?? null;
  }
}
