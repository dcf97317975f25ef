import { Module } from '@nestjs/common';
import type { Settings } from '../config/settings.js';
import { isLocal } from '../config/local-domain.js';
import { CapturedMailController } from './captured-mail.controller.js';
import { CapturedMailPages } from './captured-mail.pages.js';
import { CapturedMails } from './captured-mails.js';

@Module({ controllers: [CapturedMailController], providers: [CapturedMails, CapturedMailPages] })
export class CapturedMailModule {}

/**
 * Mail holds what people wrote, and links that need no session: it is shown where somebody tries the product on
 * their own machine, with the embedded database, no mail server and tenants under `localhost`, and nowhere else.
 */
export function showsCapturedMail({
  databaseUrl,
  mailUrl,
  tenantDomain,
}: Pick<Settings, 'databaseUrl' | 'mailUrl' | 'tenantDomain'>): boolean {
  return databaseUrl === undefined && mailUrl === undefined && isLocal(tenantDomain);
}
