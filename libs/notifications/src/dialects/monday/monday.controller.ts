import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Caller } from '../../domain/caller.js';
import { CurrentCaller } from '../../http/current-caller.decorator.js';
import type { AnsweredRequest } from '../../http/error-shapes.js';
import { openApiSchema } from '../../http/openapi-schema.js';
import { TellsErrors } from '../../http/tells-errors.decorator.js';
import { UnitOfWork } from '../../persistence/unit-of-work.js';
import { type MondayAnswer, mondayAnswer, surround } from './monday-answer.js';
import { mondayErrorShape } from './monday-error-shape.js';
import { readOperation, runOperation } from './monday-operation.js';
import { mondayRequest } from './monday-request.js';
import { NotificationSender } from './notification-sender.js';

const ANSWER = openApiSchema(mondayAnswer, 'output');

/** Seeds 000 and 001: GraphQL at the one address that monday has. */
@ApiTags('monday')
@ApiBearerAuth()
@Controller('v2')
@TellsErrors(mondayErrorShape)
export class MondayController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sender: NotificationSender,
  ) {}

  /** All that one request writes is one transaction. */
  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'GraphQL as monday speaks it: `create_notification`' })
  @ApiBody({ schema: openApiSchema(mondayRequest, 'input') })
  @ApiOkResponse({ schema: ANSWER })
  @ApiResponse({ status: '4XX', description: 'What fails before GraphQL is reached', schema: ANSWER })
  async answer(
    @CurrentCaller() caller: Caller,
    @Body() body: unknown,
    @Req() request: AnsweredRequest,
  ): Promise<MondayAnswer> {
    const operation = readOperation(body);
    if ('errors' in operation) return surround(operation, request);
    const result = await this.unitOfWork.run(caller.scope, (work) =>
      runOperation(operation, { create_notification: (args) => this.sender.send(work, caller, args) }),
    );
    return surround(result, request);
  }
}
