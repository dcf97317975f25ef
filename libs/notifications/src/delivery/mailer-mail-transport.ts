import { createPrivateKey } from 'node:crypto';
import { MailerService } from '@nestjs-modules/mailer';
import { createTransport } from 'nodemailer';
import { messageOf } from './mail-message.js';
import { MailTransport, type OutgoingMail } from './mail-transport.js';
import { SmtpPool } from './smtp-pool.js';
import { smtpSettings } from './smtp-settings.js';

export interface SmtpOptions {
  /** `smtp://user:password@host:587`, `smtps://…`; see `smtpSettings` for what may follow the `?`. */
  readonly url: string;
  readonly dkim?: DkimKey;
}

export interface DkimKey {
  readonly domainName: string;
  readonly keySelector: string;
  /** RSA, in PEM. */
  readonly privateKey: string;
}

/** RFC 8058 wants both headers of the unsubscribe link signed; nodemailer's own list has only the first. */
const SIGNED_HEADERS =
  'From:To:Subject:Date:Message-ID:In-Reply-To:References:MIME-Version:Content-Type:' +
  'List-Unsubscribe:List-Unsubscribe-Post:Auto-Submitted';

/**
 * Mail over SMTP. The mailer is made here and is no provider, since Nest would close it on shutdown before the
 * mails under way are out.
 */
export class MailerMailTransport extends MailTransport {
  readonly concurrency: number;
  readonly longestSend: number;
  private readonly pool: SmtpPool;
  private readonly mailer: MailerService;

  constructor({ url, dkim }: SmtpOptions) {
    super();
    const settings = smtpSettings(url);
    this.concurrency = settings.connections;
    this.longestSend = settings.mailTimeout;
    this.pool = new SmtpPool(settings);
    const defaults = dkim && { dkim: { ...usable(dkim), headerFieldNames: SIGNED_HEADERS } };
    const factory = { createTransport: () => createTransport(this.pool, defaults) };
    this.mailer = new MailerService({ transport: this.pool }, factory);
  }

  async send(mail: OutgoingMail): Promise<string> {
    const { response } = await this.mailer.sendMail(messageOf(mail));
    return response ?? '';
  }

  async close(): Promise<void> {
    this.pool.close();
  }
}

/** With a key of another kind nodemailer would send each mail unsigned, or wrongly signed, and say nothing. */
function usable(key: DkimKey): DkimKey {
  const { asymmetricKeyType: type } = createPrivateKey(key.privateKey);
  if (type !== 'rsa') throw new Error(`DKIM signs with an RSA key, and this one is ${type}.`);
  return key;
}
