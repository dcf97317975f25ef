import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPerson, openApiSchema, type Person, UnitOfWork } from '@kendo/notifications';
import { type ProfileInput, profileInput } from './profile-input.js';
import { ProfileService } from './profile.service.js';
import { profileOutput } from './user-output.js';

const schema = openApiSchema(profileOutput, 'output');

@ApiTags('Profile')
@ApiBearerAuth()
@Controller('api/profile')
export class ProfileController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profiles: ProfileService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The caller, with their nine switches' })
  @ApiOkResponse({ schema })
  show(@CurrentPerson() { scope, userId }: Person) {
    return this.unitOfWork.run(scope, (work) => this.profiles.of(work, userId));
  }

  @Patch()
  @ApiOperation({ summary: 'Change language, time zone and the master mail switch' })
  @ApiOkResponse({ schema })
  update(@CurrentPerson() { scope, userId }: Person, @Body({ schema: profileInput }) input: ProfileInput) {
    return this.unitOfWork.run(scope, (work) => this.profiles.change(work, userId, input));
  }
}
