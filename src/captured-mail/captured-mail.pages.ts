import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import Handlebars from 'handlebars';
import type { Tenant } from '../tenancy/tenants.js';
import type { CapturedMail } from './captured-mail.js';
import type { ListedMail } from './captured-mails.js';

/* From the folder of the sources and from that of the build alike. */
const FOLDER = new URL('../../templates/captured-mail/', import.meta.url);

/** The folder of captured mail and one mail in it, as HTML; everything that is filled in is escaped. */
@Injectable()
export class CapturedMailPages {
  private readonly templates = Handlebars.create();
  private readonly listTemplate: Handlebars.TemplateDelegate;
  private readonly mailTemplate: Handlebars.TemplateDelegate;

  constructor() {
    this.templates.registerPartial('page', this.template('page'));
    this.listTemplate = this.template('list');
    this.mailTemplate = this.template('mail');
  }

  list(tenant: Tenant, mails: readonly ListedMail[]): string {
    return this.listTemplate({ tenant, mails });
  }

  mail(tenant: Tenant, name: string, mail: CapturedMail): string {
    return this.mailTemplate({ tenant, mail: { ...mail, name } });
  }

  private template(name: string): Handlebars.TemplateDelegate {
    const source = readFileSync(new URL(`${name}.html.hbs`, FOLDER), 'utf8');
    return this.templates.compile(source, { strict: true, knownHelpersOnly: true });
  }
}
