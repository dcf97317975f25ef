import { Body, Controller, Headers, HttpCode, Post, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBearerAuth, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Caller } from '../domain/caller.js';
import { CurrentCaller } from '../http/current-caller.decorator.js';
import { openApiSchema } from '../http/openapi-schema.js';
import { RequiresAbility } from '../http/requires.decorator.js';
import type { Receipt } from '../persistence/record-events.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';
import { type EventBatch, eventsInput } from './event-input.js';
import { Idempotency } from './idempotency.js';
import { IntakeService } from './intake.service.js';

const receipts = z.object({ events: z.array(z.object({ id: z.int().positive(), duplicate: z.boolean() })) });

/** Events of products in other languages: needs the token's ability `events:write`, and no person. */
@ApiTags('Events')
@ApiBearerAuth()
@Controller('api/events')
export class EventsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly intake: IntakeService,
    private readonly idempotency: Idempotency,
  ) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({ summary: 'Tell of one event, or of up to 1,000: all are recorded or none' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiAcceptedResponse({ schema: openApiSchema(receipts, 'output') })
  @RequiresAbility('events:write')
  accept(
    @CurrentCaller() caller: Caller,
    @Body({ schema: eventsInput }) batch: EventBatch,
    @Req() request: { body: unknown },
    @Headers('idempotency-key') key: string | undefined,
  ): Promise<{ events: readonly Receipt[] }> {
    return this.unitOfWork.run(caller.scope, (work) => {
      const act = async () => ({ events: await this.intake.accept(work, batch, caller.app) });
      if (key === undefined) return act();
      return this.idempotency.once(work, { tokenId: caller.tokenId, key, body: request.body }, act);
    });
  }
}
