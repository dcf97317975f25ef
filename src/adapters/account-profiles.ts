import type { Work } from '@kendo/notifications';
import { Profiles } from '@kendo/notifications/native';
import { Injectable } from '@nestjs/common';
import { ProfileService } from '../accounts/profile.service.js';

/** The profile as `GET /api/profile` shows it. */
@Injectable()
export class AccountProfiles extends Profiles {
  constructor(private readonly profiles: ProfileService) {
    super();
  }

  of(work: Work, userId: number): Promise<Readonly<Record<string, unknown>>> {
    return this.profiles.of(work, userId);
  }
}
