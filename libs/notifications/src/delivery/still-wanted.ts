import type { MailFlag } from '../domain/preference-flags.js';
import type { ClosedReason } from '../metrics/notification-metrics.js';
import type { DueMail, Recipient } from './due-mail.js';
import { isAddress } from './mailbox.js';

export type Addressee = Recipient & { readonly email: string };

/** To whom a mail goes, or why the one that was wanted when its event was fanned out is not wanted any more. */
export function addresseeOf({ inboxRow, recipient }: DueMail, flag?: MailFlag): Addressee | ClosedReason {
  if (!inboxRow) return 'deleted';
  if (inboxRow.isRead) return 'read';
  if (!recipient) return 'person_gone';
  if (!recipient.getsMail) return 'mail_off';
  if (flag && !recipient.flags[flag]) return 'flag_off';
  const { email } = recipient;
  return email !== null && isAddress(email) ? { ...recipient, email } : 'no_address';
}
