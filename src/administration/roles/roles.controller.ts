import { CurrentPerson, openApiSchema, type Person, Requires, UnitOfWork } from '@kendo/notifications';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { PathId } from '../../input/id.js';
import { type Page, pageInput } from '../../input/page.js';
import { type RoleInput, roleInput, type RolePatch, rolePatch } from './role-input.js';
import { presentRole, roleOutput } from './role-presenter.js';
import { RolesService } from './roles.service.js';

const schema = openApiSchema(roleOutput, 'output');

@ApiTags('Roles')
@ApiBearerAuth()
@Controller('api/roles')
export class RolesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly roles: RolesService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The roles of the tenant, newest first' })
  @ApiOkResponse({ schema: openApiSchema(z.array(roleOutput), 'output') })
  @Requires('users.manage')
  list(@CurrentPerson() { scope }: Person, @Query({ schema: pageInput }) page: Page) {
    return this.unitOfWork.run(scope, async (work) => (await this.roles.list(work, page)).map(presentRole));
  }

  @Get(':role')
  @ApiOperation({ summary: 'One role' })
  @ApiOkResponse({ schema })
  @Requires('users.manage')
  show(@CurrentPerson() { scope }: Person, @Param('role', PathId) id: number) {
    return this.unitOfWork.run(scope, async (work) => presentRole(await this.roles.find(work, id)));
  }

  @Post()
  @ApiOperation({ summary: 'Make a role; only an admin makes one of admins' })
  @ApiCreatedResponse({ schema })
  @Requires('users.manage')
  create(@CurrentPerson() by: Person, @Body({ schema: roleInput }) input: RoleInput) {
    return this.unitOfWork.run(by.scope, async (work) =>
      presentRole(await this.roles.create(work, by, input)),
    );
  }

  @Patch(':role')
  @ApiOperation({ summary: 'Change a role, for all who have it, from their next request on' })
  @ApiOkResponse({ schema })
  @Requires('users.manage')
  change(
    @CurrentPerson() by: Person,
    @Param('role', PathId) id: number,
    @Body({ schema: rolePatch }) patch: RolePatch,
  ) {
    return this.unitOfWork.run(by.scope, async (work) =>
      presentRole(await this.roles.change(work, by, id, patch)),
    );
  }

  @Delete(':role')
  @ApiOperation({ summary: 'Delete a role that nobody has' })
  @HttpCode(204)
  @Requires('users.manage')
  async delete(@CurrentPerson() by: Person, @Param('role', PathId) id: number) {
    await this.unitOfWork.run(by.scope, (work) => this.roles.delete(work, by, id));
  }
}
