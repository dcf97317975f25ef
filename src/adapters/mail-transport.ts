import { CaptureMailTransport, MailerMailTransport, type MailTransport } from '@kendo/notifications';
import type { Settings } from '../config/settings.js';

/** Over SMTP where there is a server, and signed where there is a key; else into a folder. */
export function mailTransport({
  dkim,
  mailDir,
  mailUrl,
}: Pick<Settings, 'dkim' | 'mailDir' | 'mailUrl'>): MailTransport {
  if (mailUrl === undefined) return new CaptureMailTransport(mailDir);
  return new MailerMailTransport({ url: mailUrl, dkim });
}
