import { CurrentPerson, openApiSchema, type Person, Requires, UnitOfWork } from '@kendo/notifications';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  type DeadLettersInput,
  deadLettersInput,
  type ResendInput,
  resendInput,
} from './dead-letter-input.js';
import { deadLetterOutput } from './dead-letter-presenter.js';
import { DeadLettersService } from './dead-letters.service.js';

/** For whoever has to see that the tenant's people are reached. */
@ApiTags('Dead letters')
@ApiBearerAuth()
@Controller('api/dead-letters')
export class DeadLettersController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deadLetters: DeadLettersService,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Events that cannot be fanned out, and then deliveries that were refused or given up',
  })
  @ApiOkResponse({ schema: openApiSchema(z.array(deadLetterOutput), 'output') })
  @Requires('users.manage')
  list(@CurrentPerson() { scope }: Person, @Query({ schema: deadLettersInput }) page: DeadLettersInput) {
    return this.unitOfWork.run(scope, (work) => this.deadLetters.list(work, page));
  }

  @Post('resend')
  @ApiOperation({ summary: 'Send again, as if never tried: 1 to 1,000 of them, all or none' })
  @HttpCode(204)
  @Requires('users.manage')
  async resend(@CurrentPerson() by: Person, @Body({ schema: resendInput }) { ids }: ResendInput) {
    await this.unitOfWork.run(by.scope, (work) => this.deadLetters.resend(work, by, ids));
  }
}
