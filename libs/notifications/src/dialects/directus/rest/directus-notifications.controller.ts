import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Res,
  Search,
  UseGuards,
} from '@nestjs/common';
import { ApiBearerAuth, ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../../../domain/caller.js';
import { CurrentCaller } from '../../../http/current-caller.decorator.js';
import type { HttpReply } from '../../../http/platform.js';
import { TellsErrors } from '../../../http/tells-errors.decorator.js';
import { directusErrorAnswer } from '../errors/directus-error-shape.js';
import { DirectusItems } from '../items/directus-items.js';
import type { RawQuery } from '../query/items-query.js';
import { batchIn, changeOfManyIn, searchIn } from './batch.js';
import { AnswersChanged, AnswersItem, AnswersItems, ListsItems, Refuses, TakesBody } from './openapi.js';
import { OneTokenGuard } from './one-token.guard.js';
import { markUncached, sendData, sendItems } from './reply.js';
import { UrlQuery } from './url-query.decorator.js';

/** Seed 002: notifications as Directus' REST API has them. */
@ApiTags('Notifications (Directus)')
@ApiBearerAuth()
@TellsErrors(directusErrorAnswer)
@UseGuards(OneTokenGuard)
@Refuses()
@Controller('notifications')
export class DirectusNotificationsController {
  constructor(private readonly items: DirectusItems) {}

  @Get()
  @ApiOperation({ summary: 'Notifications, with all global query parameters of Directus' })
  @ListsItems()
  async list(
    @CurrentCaller() caller: Caller,
    @UrlQuery() query: RawQuery,
    @Res({ passthrough: true }) reply: HttpReply,
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
    @Res({ passthrough: true }) reply: HttpReply,
  ) {
    const { keys, query = urlQuery } = searchIn(body);
    const answer = keys
      ? await this.items.readKeys(caller, keys, query)
      : await this.items.readMany(caller, query);
    return sendItems(reply, answer);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One notification' })
  @AnswersItem()
  async show(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @UrlQuery() query: RawQuery,
    @Res({ passthrough: true }) reply: HttpReply,
  ) {
    return sendData(reply, await this.items.readOne(caller, id, query));
  }

  @Post()
  @ApiOperation({ summary: 'Make one notification, or up to 1,000: all or none' })
  @TakesBody('create')
  @AnswersItems()
  @HttpCode(200)
  async create(
    @CurrentCaller() caller: Caller,
    @UrlQuery() query: RawQuery,
    @Body() body: unknown = {},
    @Res({ passthrough: true }) reply: HttpReply,
  ) {
    const made = Array.isArray(body)
      ? await this.items.createMany(caller, body, query)
      : await this.items.createOne(caller, body, query);
    return sendData(reply, made);
  }

  @Patch()
  @ApiOperation({ summary: 'Change many: by keys, by query, or each in its own way' })
  @TakesBody('changeMany')
  @AnswersChanged()
  async changeMany(
    @CurrentCaller() caller: Caller,
    @UrlQuery() query: RawQuery,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: HttpReply,
  ) {
    return sendData(reply, await this.updated(caller, body, query));
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Change one: for all but managers its status alone' })
  @TakesBody('change')
  @AnswersItem()
  async change(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @UrlQuery() query: RawQuery,
    @Body() body: unknown = {},
    @Res({ passthrough: true }) reply: HttpReply,
  ) {
    return sendData(reply, await this.items.updateOne(caller, id, body, query));
  }

  @Delete()
  @ApiOperation({ summary: 'Delete many: by keys or by query' })
  @TakesBody('deleteMany')
  @HttpCode(204)
  async deleteMany(
    @CurrentCaller() caller: Caller,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: HttpReply,
  ) {
    markUncached(reply);
    const batch = Array.isArray(body) ? { keys: body as unknown[] } : batchIn(body);
    if ('keys' in batch) await this.items.delete(caller, batch.keys);
    else await this.items.deleteByQuery(caller, batch.query);
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Delete one' })
  @HttpCode(204)
  async delete(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: HttpReply,
  ) {
    markUncached(reply);
    await this.items.delete(caller, [id]);
  }

  private updated(caller: Caller, body: unknown, query: RawQuery) {
    if (Array.isArray(body)) return this.items.updateBatch(caller, body, query);
    const { batch, data } = changeOfManyIn(body);
    if ('keys' in batch) return this.items.updateMany(caller, batch.keys, data, query);
    return this.items.updateByQuery(caller, batch.query, data, query);
  }
}
