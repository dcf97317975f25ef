import { MailerService } from '@nestjs-modules/mailer';
import { createTransport, type DKIMOptions } from 'nodemailer';
import { messageOf } from './mail-message.js';
import { MailTransport, type OutgoingMail } from './mail-transport.js';
import { SmtpPool } from './smtp-pool.js';
import { smtpSettings, type SmtpTimes } from './smtp-settings.js';

export interface SmtpOptions {
  /** `smtp://user:password@host:587`, `smtps://…`; see `smtpSettings` for what may follow the `?`. */
  readonly url: string;
  /** Signs each mail. */
  readonly dkim?: DKIMOptions;
  readonly times?: Partial<SmtpTimes>;
}

/**
 * Mail over SMTP. The mailer is made here and is no provider, since Nest would close it on shutdown before the
 * mails under way are out.
 */
export class MailerMailTransport extends MailTransport {
  readonly concurrency: number;
  readonly longestSend: number;
  private readonly pool: SmtpPool;
  private readonly mailer: MailerService;

  constructor({ url, dkim, times }: SmtpOptions) {
    super();
    const settings = smtpSettings(url, times);
    this.concurrency = settings.connections;
    this.longestSend = settings.times.mail;
    this.pool = new SmtpPool(settings);
    const factory = { createTransport: () => createTransport(this.pool, { dkim }) };
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
