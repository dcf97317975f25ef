import { Controller, Get, Header, Headers, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NotFoundError } from '../domain/errors.js';
import { type Language, languageOf } from '../domain/language.js';
import type { TenantScope } from '../domain/tenant-scope.js';
import { PublicRoute } from '../http/public-route.decorator.js';
import { UnitOfWork, type Work } from '../persistence/unit-of-work.js';
import { MailSwitch } from './mail-switch.js';
import { type TenantSite, TenantSites } from './tenant-sites.js';
import { UnsubscribeLinks } from './unsubscribe-links.js';
import { UnsubscribePage } from './unsubscribe-page.js';

interface TenantRequest {
  /** The host's tenancy puts it there. */
  readonly scope?: TenantScope;
}

const HTML = ['Content-Type', 'text/html; charset=utf-8'] as const;
/** Its own style and its own button; and in nobody's frame, where a click could be stolen. */
const POLICY = [
  'Content-Security-Policy',
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
] as const;
const PAGE = { content: { 'text/html': { schema: { type: 'string' } } } } as const;

/**
 * Where the link in a mail leads (RFC 8058). Mail programs POST to it without asking, so a POST turns the mail
 * off; scanners follow every link with a GET, so a GET changes nothing. The signature stands for a session.
 */
@ApiTags('Unsubscribing')
@ApiNotFoundResponse({ description: 'A link that was not signed so' })
@PublicRoute()
@Controller('unsubscribe/:userId/:signature')
export class UnsubscribeController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly links: UnsubscribeLinks,
    private readonly mail: MailSwitch,
    private readonly sites: TenantSites,
    private readonly page: UnsubscribePage,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The page that asks; it changes nothing' })
  @ApiOkResponse(PAGE)
  @Header(...HTML)
  @Header(...POLICY)
  async ask(
    @Req() request: TenantRequest,
    @Param('userId') userId: string,
    @Param('signature') signature: string,
    @Headers('accept-language') languages = '',
  ): Promise<string> {
    const site = await this.withProof(request, userId, signature, async () => undefined);
    return this.page.ask(preferred(languages), site);
  }

  @Post()
  @ApiOperation({ summary: "Turn the person's mail off" })
  @ApiOkResponse(PAGE)
  @HttpCode(200)
  @Header(...HTML)
  @Header(...POLICY)
  async turnOff(
    @Req() request: TenantRequest,
    @Param('userId') userId: string,
    @Param('signature') signature: string,
    @Headers('accept-language') languages = '',
  ): Promise<string> {
    const site = await this.withProof(request, userId, signature, (work, id) => this.mail.turnOff(work, id));
    return this.page.done(preferred(languages), site);
  }

  /** Answers whose page it is. */
  private async withProof(
    { scope }: TenantRequest,
    userId: string,
    signature: string,
    action: (work: Work, userId: number) => Promise<void>,
  ): Promise<TenantSite> {
    const id = Number(userId);
    if (!scope || String(id) !== userId || !Number.isSafeInteger(id)) throw new NotFoundError();
    await this.unitOfWork.run(scope, async (work) => {
      if (!(await this.links.proves(work, id, signature))) throw new NotFoundError();
      await action(work, id);
    });
    return this.sites.of(scope);
  }
}

/** The first language of an `Accept-Language` header. */
function preferred(languages: string): Language {
  return languageOf(languages.split(/[,;]/)[0] ?? '');
}
