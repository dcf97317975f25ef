import { Injectable } from '@nestjs/common';
import type { Letter } from './letter.js';
import { type MailLayout, layoutOf } from './mail-layout.js';
import { MailOptions } from './mail-options.js';
import type { OutgoingMail } from './mail-transport.js';
import { oneLine } from './one-line.js';
import { htmlTemplate, textTemplate } from './templates.js';

/** Turns a letter into a whole mail; its templates are compiled once. */
@Injectable()
export class MailRenderer {
  private readonly html = htmlTemplate<MailLayout>('mail');
  private readonly text = textTemplate<MailLayout>('mail');
  private readonly domain: string;

  constructor(private readonly options: MailOptions) {
    this.domain = options.from.address.replace(/^.*@/, '');
  }

  render(letter: Letter): OutgoingMail {
    const { event, reason, to } = letter;
    const layout = layoutOf(letter);
    const sender = event.occurrence.actor?.app?.name ?? this.options.from.name;
    return {
      from: { name: oneLine(sender), address: this.options.from.address },
      to: { name: oneLine(to.name), address: to.address },
      subject: layout.headline,
      html: this.html(layout),
      text: this.text(layout),
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
