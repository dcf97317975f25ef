import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { CurrentPerson, type Person, UnitOfWork } from '@kendo/notifications';
import { type ProfileInput, profileInput } from './profile-input.js';
import { ProfileService } from './profile.service.js';

@ApiTags('Profile')
@ApiBearerAuth()
@Controller('api/profile')
export class ProfileController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profiles: ProfileService,
  ) {}

  @Get()
  show(@CurrentPerson() { scope, userId }: Person) {
    return this.unitOfWork.run(scope, (work) => this.profiles.of(work, userId));
  }

  @Patch()
  update(@CurrentPerson() { scope, userId }: Person, @Body({ schema: profileInput }) input: ProfileInput) {
    return this.unitOfWork.run(scope, (work) => this.profiles.change(work, userId, input));
  }
}
