import { Body, Controller, Get, Param, Res, Search, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../../../domain/caller.js';
import { CurrentCaller } from '../../../http/current-caller.decorator.js';
import { TokenFrom } from '../../../http/presented-token.js';
import { DirectusItems } from '../items/directus-items.js';
import type { RawQuery } from '../query/items-query.js';
import { searchIn } from './batch.js';
import { OneTokenGuard } from './one-token.guard.js';
import { markUncached, type Reply, sendItems } from './reply.js';
import { UrlQuery } from './url-query.decorator.js';

/** Seed 002: notifications as Directus' REST API has them. */
@ApiTags('Directus')
@ApiBearerAuth()
@TokenFrom('bearer', 'access_token')
@UseGuards(OneTokenGuard)
@Controller('notifications')
export class DirectusNotificationsController {
  constructor(private readonly items: DirectusItems) {}

  @Get()
  @ApiOperation({ summary: 'Notifications, with all global query parameters of Directus' })
  async list(
    @CurrentCaller() caller: Caller,
    @UrlQuery() query: RawQuery,
    @Res({ passthrough: true }) reply: Reply,
  ) {
    return sendItems(reply, await this.items.readMany(caller, query));
  }

  /** As `list`, with the query in the body. OpenAPI has no word for the method. */
  @Search()
  @ApiExcludeEndpoint()
  async search(
    @CurrentCaller() caller: Caller,
    @UrlQuery() urlQuery: RawQuery,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: Reply,
  ) {
    const { keys, query = urlQuery } = searchIn(body);
    const answer = keys
      ? await this.items.readKeys(caller, keys, query)
      : await this.items.readMany(caller, query);
    return sendItems(reply, answer);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One notification' })
  async show(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @UrlQuery() query: RawQuery,
    @Res({ passthrough: true }) reply: Reply,
  ) {
    markUncached(reply);
    return { data: await this.items.readOne(caller, id, query) };
  }
}
