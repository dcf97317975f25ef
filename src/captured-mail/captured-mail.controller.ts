import { NotFoundError, PublicRoute } from '@kendo/notifications';
import { Controller, Get, Header, Param, Req, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ThisMachineGuard } from '../http/this-machine.guard.js';
import type { Tenant } from '../tenancy/tenants.js';
import { CapturedMailPages } from './captured-mail.pages.js';
import { CapturedMails } from './captured-mails.js';

const HTML = 'text/html; charset=utf-8';
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** A mail is shown as a mail program shows it: no scripts, nothing loaded from elsewhere; its links open tabs. */
const MAIL_POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

interface TenantRequest {
  readonly tenant: Tenant;
}

/**
 * What would have left by mail, for who develops: no token, since a browser has none. The module says where the
 * pages are, and the guard for whom; each shows the mails of the tenant whose host it is asked at.
 */
@ApiExcludeController()
@PublicRoute()
@UseGuards(ThisMachineGuard)
@Controller('mails')
export class CapturedMailController {
  constructor(
    private readonly mails: CapturedMails,
    private readonly pages: CapturedMailPages,
  ) {}

  @Get()
  @Header('Content-Type', HTML)
  @Header('Content-Security-Policy', PAGE_POLICY)
  @Header('Cache-Control', 'no-store')
  async list(@Req() { tenant }: TenantRequest): Promise<string> {
    return this.pages.list(tenant, await this.mails.newest(tenant.slug));
  }

  @Get(':name')
  @Header('Content-Type', HTML)
  @Header('Content-Security-Policy', PAGE_POLICY)
  @Header('Cache-Control', 'no-store')
  async show(@Req() { tenant }: TenantRequest, @Param('name') name: string): Promise<string> {
    return this.pages.mail(tenant, name, await this.find(tenant.slug, name));
  }

  /** The HTML part alone, as it is, for the frame. */
  @Get(':name/html')
  @Header('Content-Type', HTML)
  @Header('Content-Security-Policy', MAIL_POLICY)
  @Header('Cache-Control', 'no-store')
  async html(@Req() { tenant }: TenantRequest, @Param('name') name: string): Promise<string> {
    return (await this.find(tenant.slug, name)).html;
  }

  private async find(slug: string, name: string) {
    const mail = await this.mails.find(slug, name);
    if (!mail) throw new NotFoundError();
    return mail;
  }
}
