import type { Reason } from '../domain/audience.js';
import type { Language } from '../domain/language.js';
import { NotificationType } from '../domain/notification-type.js';
import type { MailFlag } from '../domain/preference-flags.js';

/** How an event speaks to the people it reaches for one reason. */
export interface Voice {
  /** The number in the inbox (`NotificationType`); without one 8 for who is addressed directly, 9 for others. */
  readonly type?: number;
  /** The flag that gates its mail, beside the master switch; none means the master switch alone. */
  readonly mailFlag?: MailFlag;
  /** `{actor}`, `{title}`, `{parent}`, the text and numbers of the params and the event's own words are filled in. */
  readonly sentence: Sentence;
  /** Makes the thread important, for good. */
  readonly important?: boolean;
  readonly mention?: boolean;
  /** The actor may get it too; without saying so, only when addressed directly. */
  readonly toSelf?: boolean;
}

/** Who reads a language that it lacks gets English. */
export type Sentence = { readonly en: string } & Readonly<Partial<Record<Language, string>>>;

export type Voices = Readonly<Partial<Record<Reason, Voice>>>;

/** A voice in which nothing is left open. */
export type FullVoice = Voice & Required<Pick<Voice, 'type' | 'toSelf'>>;

export function fullVoice(voice: Voice, reason: Reason): FullVoice {
  const isDirect = reason === 'direct';
  const type = isDirect ? NotificationType.Direct : NotificationType.Custom;
  return { type, toSelf: isDirect, ...voice };
}
