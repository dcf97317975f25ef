import { NotificationType } from '../domain/notification-type.js';
import type { Reason } from '../domain/audience.js';
import type { Language } from '../domain/language.js';
import type { MailFlag } from '../domain/preference-flags.js';

/** How an event speaks to the people it reaches for one reason. */
export interface Voice {
  /** The number in the inbox (seed 004, "Notification Types"; 8 direct and 9 custom are ours). */
  readonly type: number;
  /** The flag that gates its mail, beside the master switch; none means the master switch alone. */
  readonly mailFlag?: MailFlag;
  /** `{actor}`, `{title}`, `{parent}` and the event's own words are filled in. */
  readonly sentence: Readonly<Record<Language, string>>;
  /** Makes the thread important, for good. */
  readonly important?: boolean;
  readonly mention?: boolean;
  /** The actor may get it too. */
  readonly toSelf?: boolean;
}

export type Voices = Readonly<Partial<Record<Reason, Voice>>>;

/** Within one event a person gets one row: mention before assignment before the rest. Smaller comes first. */
export function rankOf(voice: Voice): number {
  if (voice.type === NotificationType.Mention) return 0;
  return voice.type === NotificationType.Assignment ? 1 : 2;
}
