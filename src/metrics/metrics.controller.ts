import { PublicRoute } from '@kendo/notifications';
import { Controller, Get, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ThisMachineGuard } from '../http/this-machine.guard.js';
import { MetricsPage } from './metrics-page.js';

/** The page without a port of its own. The module says where there is one, and the guard for whom. */
@ApiExcludeController()
@PublicRoute()
@UseGuards(ThisMachineGuard)
@Controller('metrics')
export class MetricsController {
  constructor(private readonly page: MetricsPage) {}

  @Get()
  async read(@Res() reply: FastifyReply): Promise<void> {
    await reply.type(this.page.contentType).send(await this.page.text());
  }
}
