import { CurrentPerson, openApiSchema, type Person, Requires, UnitOfWork } from '@kendo/notifications';
import { Body, Controller, Delete, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { managedUserOutput } from '../../accounts/user-output.js';
import { presentManagedUser } from '../../accounts/user-presenter.js';
import { PathId } from '../../input/id.js';
import { UserAdministration } from './user-administration.js';
import { type UserInput, userInput, type UserPatch, userPatch } from './user-input.js';

const schema = openApiSchema(managedUserOutput, 'output');

@ApiTags('Users')
@ApiBearerAuth()
@Controller('api/users')
export class UserAdministrationController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserAdministration,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Add a person; the role is named by its id or its name' })
  @ApiCreatedResponse({ schema })
  @Requires('users.manage')
  create(@CurrentPerson() by: Person, @Body({ schema: userInput }) input: UserInput) {
    return this.unitOfWork.run(by.scope, async (work) =>
      presentManagedUser(await this.users.create(work, by, input)),
    );
  }

  @Patch(':user')
  @ApiOperation({ summary: 'Change a person; the last admin stays one' })
  @ApiOkResponse({ schema })
  @Requires('users.manage')
  change(
    @CurrentPerson() by: Person,
    @Param('user', PathId) id: number,
    @Body({ schema: userPatch }) patch: UserPatch,
  ) {
    return this.unitOfWork.run(by.scope, async (work) =>
      presentManagedUser(await this.users.change(work, by, id, patch)),
    );
  }

  @Delete(':user')
  @ApiOperation({
    summary: 'Remove a person with their inbox, tokens and memberships; what they did stays, done by nobody',
  })
  @HttpCode(204)
  @Requires('users.manage')
  async delete(@CurrentPerson() by: Person, @Param('user', PathId) id: number) {
    await this.unitOfWork.run(by.scope, (work) => this.users.delete(work, by, id));
  }
}
