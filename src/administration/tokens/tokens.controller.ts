import { CurrentPerson, openApiSchema, type Person, Requires, UnitOfWork } from '@kendo/notifications';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { PathId } from '../../input/id.js';
import { type TokenInput, tokenInput, type TokensInput, tokensInput } from './token-input.js';
import { newTokenOutput, presentToken, tokenOutput } from './token-presenter.js';
import { TokensService } from './tokens.service.js';

@ApiTags('Tokens')
@ApiBearerAuth()
@Controller('api/tokens')
export class TokensController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tokens: TokensService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The tokens of the tenant or of one person, newest first, without their secrets' })
  @ApiOkResponse({ schema: openApiSchema(z.array(tokenOutput), 'output') })
  @Requires('users.manage')
  list(@CurrentPerson() { scope }: Person, @Query({ schema: tokensInput }) query: TokensInput) {
    return this.unitOfWork.run(scope, async (work) =>
      (await this.tokens.list(work, query)).map(presentToken),
    );
  }

  @Post()
  @ApiOperation({ summary: 'Mint a token for a person or a service; its text is told in this answer alone' })
  @ApiCreatedResponse({ schema: openApiSchema(newTokenOutput, 'output') })
  @Requires('users.manage')
  create(@CurrentPerson() by: Person, @Body({ schema: tokenInput }) input: TokenInput) {
    return this.unitOfWork.run(by.scope, async (work) => {
      const { token, text } = await this.tokens.create(work, by, input);
      return { ...presentToken(token), token: text };
    });
  }

  @Delete(':token')
  @ApiOperation({ summary: 'Revoke a token: a 401 from the next request on' })
  @HttpCode(204)
  @Requires('users.manage')
  async delete(@CurrentPerson() by: Person, @Param('token', PathId) id: number) {
    await this.unitOfWork.run(by.scope, (work) => this.tokens.delete(work, by, id));
  }
}
