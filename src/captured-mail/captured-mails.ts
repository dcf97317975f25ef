import { open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { unlessAbsent } from '../config/unless-absent.js';
import { type CapturedMail, parseCapturedMail } from './captured-mail.js';

/** As the library names them: by the time, so that their order is that of their names. */
const NAME = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z-[0-9a-f-]{36}$/;
const LISTED = 100;
/** All tenants' mails lie in one folder: so many are looked at for those of one. */
const LOOKED_AT = 2_000;
/** Holds all headers of a mail of ours. */
const HEAD_BYTES = 16 * 1024;

export type ListedMail = CapturedMail & { readonly name: string };

/** The capture folder, as one tenant may see it. */
@Injectable()
export class CapturedMails {
  constructor(private readonly settings: Settings) {}

  /** The newest first. */
  async newest(slug: string): Promise<ListedMail[]> {
    const found: ListedMail[] = [];
    for (const name of await this.names()) {
      const mail = await parseCapturedMail(await headOf(this.pathOf(name)), this.settings.tenantDomain);
      if (mail.tenant === slug) found.push({ ...mail, name });
      if (found.length === LISTED) break;
    }
    return found;
  }

  /** Nothing for another tenant's, or when it is not there. */
  async find(slug: string, name: string): Promise<CapturedMail | undefined> {
    if (!NAME.test(name)) return undefined;
    const whole = await unlessAbsent(readFile(this.pathOf(name)));
    const mail = whole && (await parseCapturedMail(whole, this.settings.tenantDomain));
    return mail?.tenant === slug ? mail : undefined;
  }

  private async names(): Promise<string[]> {
    const files = (await unlessAbsent(readdir(this.settings.mailDir))) ?? [];
    const names = files.map((file) => file.replace(/\.eml$/, '')).filter((name) => NAME.test(name));
    return names.sort().reverse().slice(0, LOOKED_AT);
  }

  private pathOf(name: string): string {
    return join(this.settings.mailDir, `${name}.eml`);
  }
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const start = buffer.subarray(0, bytesRead);
    const end = start.indexOf('\r\n\r\n');
    return end < 0 ? start : start.subarray(0, end + 4);
  } finally {
    await file.close();
  }
}
