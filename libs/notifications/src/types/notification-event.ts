import type { Audience, Reason } from '../domain/audience.js';
import type { Language } from '../domain/language.js';
import type { Occurrence, Params, Told } from '../domain/occurrence.js';
import type { z } from 'zod';
import { type FullVoice, fullVoice, type Voices } from './voice.js';

export interface InboxContent {
  readonly message: string;
  /** What stands under the line: a comment, a direct message's text. */
  readonly body: string | null;
}

export interface MailContent extends InboxContent {
  readonly url: string | null;
  /** The body as HTML that is safe as it stands, where it has more than lines of text. */
  readonly html?: string;
}

/** The channel that needs no installing. */
export const MAIL = 'mail';

const SOMEONE: Readonly<Record<Language, string>> = { en: 'Someone', nl: 'Iemand' };

/**
 * One kind of event, in one file: whom it reaches, how it reads in the inbox and in the mail, and which flag
 * gates that mail. Constructed when it happens, by a constructor of whatever shape; made again from the database,
 * without its constructor, when its mail is written. What it says can therefore come from its occurrence alone.
 */
export abstract class NotificationEvent<P extends Params = Params> {
  readonly occurrence: Occurrence<P>;

  constructor(told: Told<P>) {
    this.occurrence = { actor: null, subject: null, ...told };
  }

  /** Whom `raise` tells. An event that is only ever addressed to people by `notify` needs none. */
  audience(): Audience {
    throw new Error(
      `${this.kind.name} names no audience: override audience(), or address people with notifier.notify().`,
    );
  }

  /** Whether this event mails at all; the recipients' flags come after. */
  mails(): boolean {
    return channelsOf(this.kind).includes(MAIL);
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
    return this.constructor as NotificationEventClass;
  }

  protected body(): string | null {
    return null;
  }

  /** What a sentence may name beside `{actor}`, `{title}`, `{parent}` and the params. */
  protected words(): Readonly<Record<string, string>> {
    return {};
  }

  private sentence(reason: Reason, language: Language): string {
    const { actor, subject, parent, params } = this.occurrence;
    const words: Readonly<Record<string, unknown>> = {
      ...params,
      actor: actor?.name ?? SOMEONE[language],
      title: subject?.title ?? '',
      parent: parent?.title ?? '',
      ...this.words(),
    };
    const { sentence } = voiceOf(this.kind, reason);
    return (sentence[language] ?? sentence.en).replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const word = Object.hasOwn(words, name) ? words[name] : undefined;
      return typeof word === 'string' || typeof word === 'number' ? String(word) : placeholder;
    });
  }
}

/** The class itself, as the registry keeps it. */
export interface NotificationEventClass {
  readonly name: string;
  /** Stored with each event, such as `issue.commented`: never change it once events are on record. */
  readonly eventName: string;
  readonly voices: Voices;
  /** Where it goes beside the inbox: `['mail']` unless it says otherwise; `[]` is the inbox alone. */
  readonly channels?: readonly string[];
  /** Lets the event come from outside (`POST /api/events`) with these parameters. */
  readonly payload?: z.ZodType<Params>;
  readonly prototype: NotificationEvent;
  new (...args: never[]): NotificationEvent;
}

export function voiceOf(kind: NotificationEventClass, reason: Reason): FullVoice {
  const voice = kind.voices[reason];
  if (!voice) throw new Error(`${kind.eventName} has no voice for the reason "${reason}".`);
  return fullVoice(voice, reason);
}

export function channelsOf(kind: NotificationEventClass): readonly string[] {
  return kind.channels ?? [MAIL];
}
