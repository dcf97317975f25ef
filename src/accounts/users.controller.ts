import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller, openApiSchema, UnitOfWork } from '@kendo/notifications';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { PathId } from '../input/id.js';
import { type Page, pageInput } from '../input/page.js';
import { anyUserOutput } from './user-output.js';
import { presentManagedUser, presentUser } from './user-presenter.js';
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
  @ApiOperation({ summary: 'The people of the tenant; for who manages them with their addresses and roles' })
  @ApiOkResponse({ schema: openApiSchema(z.array(anyUserOutput), 'output') })
  list(@Req() { caller }: FastifyRequest, @Query({ schema: pageInput }) page: Page) {
    return this.unitOfWork.run(caller.scope, async (work) =>
      (await this.users.list(work, page)).map(presenterFor(caller)),
    );
  }

  @Get(':user')
  @ApiOperation({ summary: 'One person' })
  @ApiOkResponse({ schema: openApiSchema(anyUserOutput, 'output') })
  get(@Req() { caller }: FastifyRequest, @Param('user', PathId) id: number) {
    return this.unitOfWork.run(caller.scope, async (work) =>
      presenterFor(caller)(await this.users.get(work, id)),
    );
  }
}

function presenterFor(caller: Caller) {
  return caller.can('users.manage') ? presentManagedUser : presentUser;
}
