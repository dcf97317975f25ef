import type { SendMailOptions } from 'nodemailer';
import { MailFailure, type OutgoingMail } from './mail-transport.js';
import { isAddress } from './mailbox.js';

/**
 * A mail in nodemailer's words. Its envelope is left to be read from the headers: nodemailer takes an address that
 * is given for the envelope as a list of them, so that `a@x.example, b@y.example` would reach both.
 */
export function messageOf(mail: OutgoingMail) {
  if (!isAddress(mail.to.address)) throw new MailFailure('refused', 'What stands as the address is none');
  return {
    from: { ...mail.from },
    to: { ...mail.to },
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    messageId: mail.messageId,
    inReplyTo: mail.references,
    references: mail.references,
    headers: { ...mail.headers },
    disableFileAccess: true,
    disableUrlAccess: true,
  } satisfies SendMailOptions;
}
