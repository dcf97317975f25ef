import type { Reason } from '../domain/audience.js';
import type { Language } from '../domain/language.js';

/** What a mail says beside its event. */
export interface MailWording {
  readonly open: string;
  /** Of a mail whose event does not say where its subject is. */
  readonly openSite: (name: string) => string;
  readonly stop: string;
  readonly why: Readonly<Record<Reason, string>>;
}

export const MAIL_WORDING: Readonly<Record<Language, MailWording>> = {
  en: {
    open: 'Open it',
    openSite: (name) => `Open ${name}`,
    stop: 'Stop all mail notifications',
    why: {
      mentioned: 'You get this mail because you were mentioned.',
      assigned: 'You get this mail because it was assigned to you.',
      unassigned: 'You get this mail because it was assigned to you until now.',
      added: 'You get this mail because you were added.',
      watching: 'You get this mail because you are watching this.',
      direct: 'You get this mail because it was addressed to you.',
      named: 'You get this mail because you were named as a recipient.',
    },
  },
  nl: {
    open: 'Openen',
    openSite: (name) => `${name} openen`,
    stop: 'Alle e-mailmeldingen stoppen',
    why: {
      mentioned: 'Je krijgt deze mail omdat je bent genoemd.',
      assigned: 'Je krijgt deze mail omdat het aan je is toegewezen.',
      unassigned: 'Je krijgt deze mail omdat het tot nu toe aan je was toegewezen.',
      added: 'Je krijgt deze mail omdat je bent toegevoegd.',
      watching: 'Je krijgt deze mail omdat je dit volgt.',
      direct: 'Je krijgt deze mail omdat hij aan jou is gericht.',
      named: 'Je krijgt deze mail omdat je als ontvanger bent opgegeven.',
    },
  },
};
