import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { NotificationPreferences } from '../../domain/preference-flags.js';
import { CurrentPerson, type Person } from '../../http/current-caller.decorator.js';
import { openApiSchema } from '../../http/openapi-schema.js';
import { UnitOfWork } from '../../persistence/unit-of-work.js';
import { PreferencesService } from '../../preferences/preferences.service.js';
import { preferencesInput } from './native-input.js';
import { Profiles } from './profiles.js';

/** The host's own, as its port answers it. */
const profile = z.record(z.string(), z.unknown());

/** The nine switches of the caller. */
@ApiTags('Preferences')
@ApiBearerAuth()
@Controller('api/profile/notification-preferences')
export class NativePreferencesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly preferences: PreferencesService,
    private readonly profiles: Profiles,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The nine switches' })
  @ApiOkResponse({ schema: openApiSchema(preferencesInput, 'output') })
  show(@CurrentPerson() person: Person): Promise<NotificationPreferences> {
    return this.unitOfWork.run(person.scope, (work) => this.preferences.of(work, person.userId));
  }

  @Post()
  @ApiOperation({ summary: 'Set all nine; answers with the profile as it is now' })
  @HttpCode(200)
  @ApiOkResponse({ schema: openApiSchema(profile, 'output') })
  update(
    @CurrentPerson() person: Person,
    @Body({ schema: preferencesInput }) input: NotificationPreferences,
  ): Promise<Readonly<Record<string, unknown>>> {
    return this.unitOfWork.run(person.scope, async (work) => {
      await this.preferences.set(work, person.userId, input);
      return this.profiles.of(work, person.userId);
    });
  }
}
