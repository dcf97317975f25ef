import { Module } from '@nestjs/common';
import { EventBuilder } from './event-builder.js';
import { EventsController } from './events.controller.js';
import { Idempotency } from './idempotency.js';
import { IntakeService } from './intake.service.js';

/** `POST /api/events`: events of products in other languages. */
@Module({
  controllers: [EventsController],
  providers: [IntakeService, EventBuilder, Idempotency],
})
export class IntakeModule {}
