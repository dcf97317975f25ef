import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { UnitOfWork } from '@kendo/notifications';
import type { FastifyRequest } from 'fastify';
import { PathId } from '../input/id.js';
import { type Page, pageInput } from '../input/page.js';
import { presentUser } from './user-presenter.js';
import { UsersService } from './users.service.js';

/** Who there is to assign to, to mention and to add: for everybody with a token, services too. */
@ApiTags('Users')
@ApiBearerAuth()
@Controller('api/users')
export class UsersController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UsersService,
  ) {}

  @Get()
  list(@Req() { scope }: FastifyRequest, @Query({ schema: pageInput }) page: Page) {
    return this.unitOfWork.run(scope, async (work) => (await this.users.list(work, page)).map(presentUser));
  }

  @Get(':user')
  get(@Req() { scope }: FastifyRequest, @Param('user', PathId) id: number) {
    return this.unitOfWork.run(scope, async (work) => presentUser(await this.users.get(work, id)));
  }
}
