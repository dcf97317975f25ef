import type { SendMailOptions } from 'nodemailer';
import type { OutgoingMail } from './mail-transport.js';

/**
 * A mail in nodemailer's words. Its envelope is left to be read from the headers: nodemailer takes an address that
 * is given for the envelope as a list of them, so that `a@x.example, b@y.example` would reach both.
 */
export function messageOf(mail: OutgoingMail) {
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
