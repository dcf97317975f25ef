import { Body, Controller, Get, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../../../domain/caller.js';
import { CurrentCaller } from '../../../http/current-caller.decorator.js';
import type { AnsweredRequest } from '../../../http/error-shapes.js';
import type { HttpReply } from '../../../http/platform.js';
import { TellsErrors } from '../../../http/tells-errors.decorator.js';
import { directusErrorAnswer } from '../errors/directus-error-shape.js';
import type { RawQuery } from '../query/items-query.js';
import { OneTokenGuard } from '../rest/one-token.guard.js';
import { AnswersGraphql, Refuses } from '../rest/openapi.js';
import { markUncached } from '../rest/reply.js';
import { UrlQuery } from '../rest/url-query.decorator.js';
import { type Result, runOperation } from './directus-operation.js';
import { DirectusRoot } from './directus-root.js';
import { schemaFor } from './directus-schema.js';
import { notOverGet } from './graphql-errors.js';
import { graphqlRequest } from './graphql-request.js';

interface Exchange {
  readonly request: AnsweredRequest;
  readonly reply: HttpReply;
  readonly refuseMutation?: () => never;
}

/** Seed 002: notifications as Directus' GraphQL API has them. */
@ApiTags('Notifications (Directus)')
@ApiBearerAuth()
@TellsErrors(directusErrorAnswer)
@UseGuards(OneTokenGuard)
@Refuses()
@Controller('graphql/system')
export class DirectusGraphqlController {
  constructor(private readonly root: DirectusRoot) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'GraphQL as Directus speaks it: notifications, and the caller as a user' })
  @AnswersGraphql()
  @ApiBody({
    schema: {
      type: 'object',
      required: ['query'],
      properties: {
        query: { type: 'string' },
        variables: { type: 'object', additionalProperties: true },
        operationName: { type: 'string' },
      },
    },
  })
  answer(
    @CurrentCaller() caller: Caller,
    @Body() body: unknown,
    @Req() request: AnsweredRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<Result> {
    return this.run(caller, body, { request, reply });
  }

  @Get()
  @ApiOperation({ summary: 'The same for queries' })
  @AnswersGraphql()
  @ApiQuery({ name: 'query' })
  @ApiQuery({ name: 'variables', required: false, description: 'The text of a JSON object' })
  @ApiQuery({ name: 'operationName', required: false })
  answerQuery(
    @CurrentCaller() caller: Caller,
    @UrlQuery() query: RawQuery,
    @Req() request: AnsweredRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<Result> {
    const refuseMutation = () => {
      reply.header('allow', 'POST');
      throw notOverGet();
    };
    return this.run(caller, query, { request, reply, refuseMutation });
  }

  private async run(
    caller: Caller,
    given: unknown,
    { request, reply, refuseMutation }: Exchange,
  ): Promise<Result> {
    const result = await runOperation(graphqlRequest(given), {
      schema: schemaFor(caller),
      root: this.root.of(caller),
      url: request.url,
      refuseMutation,
    });
    markUncached(reply);
    return result;
  }
}
