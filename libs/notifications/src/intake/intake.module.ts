import { Module } from '@nestjs/common';
import { HostRelations } from '../persistence/host-relations.js';
import { Subjects } from '../persistence/subjects.js';
import { hostPort, HostPorts } from '../ports/host-ports.js';
import { EventBuilder } from './event-builder.js';
import { EventsController } from './events.controller.js';
import { Idempotency } from './idempotency.js';
import { IntakeService } from './intake.service.js';

const PORTS = [HostRelations, Subjects].map((port) => hostPort('IntakeModule', port));

/** `POST /api/events`: events of products in other languages. */
@Module({
  imports: [HostPorts.of(PORTS)],
  controllers: [EventsController],
  providers: [...HostPorts.providers(PORTS), IntakeService, EventBuilder, Idempotency],
})
export class IntakeModule {}
