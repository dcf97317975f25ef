import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import MailComposer from 'nodemailer/lib/mail-composer';
import { messageOf } from './mail-message.js';
import { MailFailure, MailTransport, type OutgoingMail } from './mail-transport.js';

/** Mail that stays here, for development: a whole `.eml` for each, which any mail program opens. */
export class CaptureMailTransport extends MailTransport {
  readonly concurrency = 5;
  readonly longestSend = 10_000;

  constructor(private readonly folder: string) {
    super();
  }

  /** Renamed when it is whole, so that who watches the folder never reads half a mail. */
  async send(mail: OutgoingMail): Promise<string> {
    const whole = await new MailComposer({ ...messageOf(mail), newline: 'windows' }).compile().build();
    const name = `${new Date().toISOString().replaceAll(':', '-')}-${randomUUID()}.eml`;
    const unfinished = join(this.folder, `.${name}.part`);
    try {
      await mkdir(this.folder, { recursive: true });
      await writeFile(unfinished, whole);
      await rename(unfinished, join(this.folder, name));
    } catch (error) {
      throw new MailFailure('way', `Cannot write to ${this.folder}`, { cause: error });
    }
    return `Captured as ${name}`;
  }

  async close(): Promise<void> {
    // No file stays open between two mails.
  }
}
