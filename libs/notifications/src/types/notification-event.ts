import type { Audience, Reason } from '../domain/audience.js';
import type { Language } from '../domain/language.js';
import type { Occurrence, Params } from '../domain/occurrence.js';
import type { z } from 'zod';
import type { Voice, Voices } from './voice.js';

export interface InboxContent {
  readonly message: string;
  /** What stands under the line: a comment, a direct message's text. */
  readonly body: string | null;
}

export interface MailContent extends InboxContent {
  readonly url: string | null;
}

const SOMEONE: Readonly<Record<Language, string>> = { en: 'Someone', nl: 'Iemand' };

/**
 * One kind of event, in one file: whom it reaches, how it reads in the inbox and in the mail, and which flag
 * gates that mail. Constructed by the host when it happens, and again from the database when its mail is written.
 */
export abstract class NotificationEvent<P extends Params = Params> {
  constructor(readonly occurrence: Occurrence<P>) {}

  abstract audience(): Audience;

  /** Whether this event mails at all; the recipients' flags come after. */
  mails(): boolean {
    return true;
  }

  toInbox(reason: Reason): InboxContent {
    return { message: this.sentence(reason, 'en'), body: this.body() };
  }

  toMail(reason: Reason, language: Language): MailContent {
    return {
      message: this.sentence(reason, language),
      body: this.body(),
      url: this.occurrence.subject?.url ?? null,
    };
  }

  get kind(): NotificationEventClass {
    return this.constructor as unknown as NotificationEventClass;
  }

  protected body(): string | null {
    return null;
  }

  /** What a sentence may name beside `{actor}`, `{title}` and `{parent}`. */
  protected words(): Readonly<Record<string, string>> {
    return {};
  }

  private sentence(reason: Reason, language: Language): string {
    const { actor, subject, parent } = this.occurrence;
    const words: Record<string, string> = {
      actor: actor?.name ?? SOMEONE[language],
      title: subject?.title ?? '',
      parent: parent?.title ?? '',
      ...this.words(),
    };
    const { sentence } = voiceOf(this.kind, reason);
    return sentence[language].replace(
      /\{(\w+)\}/g,
      (placeholder, word: string) => words[word] ?? placeholder,
    );
  }
}

/** The class itself, as the registry keeps it. */
export interface NotificationEventClass {
  /** Stored with each event, such as `issue.commented`: never change it once events are on record. */
  readonly eventName: string;
  readonly voices: Voices;
  /** Lets the event come from outside (`POST /api/events`) with these parameters. */
  readonly payload?: z.ZodType<Params>;
  new (occurrence: Occurrence): NotificationEvent;
}

export function voiceOf(kind: NotificationEventClass, reason: Reason): Voice {
  const voice = kind.voices[reason];
  if (!voice) throw new Error(`${kind.eventName} has no voice for the reason "${reason}".`);
  return voice;
}
