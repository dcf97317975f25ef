import { Injectable } from '@nestjs/common';
import type { Reason } from '../domain/audience.js';
import { type Language, languageOf } from '../domain/language.js';
import type { NotificationEvent } from '../types/notification-event.js';
import { MailOptions } from './mail-options.js';
import type { OutgoingMail } from './mail-transport.js';
import { MAIL_WORDING, type MailWording } from './mail-wording.js';
import { oneLine } from './one-line.js';
import { htmlTemplate, textTemplate } from './templates.js';
import type { TenantSite } from './tenant-sites.js';

/** An event, told to one person. */
export interface Letter {
  readonly event: NotificationEvent;
  readonly reason: Reason;
  readonly to: { readonly name: string; readonly address: string; readonly locale: string };
  readonly site: TenantSite;
  readonly unsubscribeUrl: string;
  /** Unique for ever, as the mail's own identity and that of the conversation it belongs to. */
  readonly id: string;
  readonly threadId: string;
}

interface LayoutContext {
  readonly language: Language;
  readonly message: string;
  readonly lines: readonly string[];
  readonly url: string | null;
  readonly site: TenantSite;
  readonly why: string;
  readonly wording: MailWording;
  readonly unsubscribeUrl: string;
}

@Injectable()
export class MailRenderer {
  private readonly html = htmlTemplate<LayoutContext>('mail');
  private readonly text = textTemplate<LayoutContext>('mail');
  private readonly domain: string;

  constructor(private readonly options: MailOptions) {
    this.domain = options.from.address.replace(/^.*@/, '');
  }

  render(letter: Letter): OutgoingMail {
    const { event, reason, to } = letter;
    const context = contextOf(letter);
    const sender = event.occurrence.actor?.app?.name ?? this.options.from.name;
    return {
      from: { name: oneLine(sender), address: this.options.from.address },
      to: { name: oneLine(to.name), address: to.address },
      subject: oneLine(context.message),
      html: this.html(context),
      text: this.text(context),
      messageId: `<${letter.id}@${this.domain}>`,
      references: `<${letter.threadId}@${this.domain}>`,
      headers: {
        'List-Unsubscribe': `<${letter.unsubscribeUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        'Auto-Submitted': 'auto-generated',
        'X-Kendo-Reason': reason,
      },
    };
  }
}

function contextOf({ event, reason, to, site, unsubscribeUrl }: Letter): LayoutContext {
  const language = languageOf(to.locale);
  const { message, body, url } = event.toMail(reason, language);
  const wording = MAIL_WORDING[language];
  return {
    language,
    message,
    lines: body ? body.trimEnd().split(/\r\n|\r|\n/) : [],
    url: webUrl(url, site),
    site,
    why: wording.why[reason],
    wording,
    unsubscribeUrl,
  };
}

/** A path leads into the tenant's site; what is no web address is no link. */
function webUrl(url: string | null, site: TenantSite): string | null {
  if (url === null || !URL.canParse(url, site.url)) return null;
  const { protocol, href } = new URL(url, site.url);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}
