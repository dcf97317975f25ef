import { Injectable } from '@nestjs/common';
import { PreferencesService, type Work } from '@kendo/notifications';
import type { ProfileInput } from './profile-input.js';
import { presentOwnUser } from './user-presenter.js';
import { UsersService } from './users.service.js';

/** What a person may see and change of themselves. */
@Injectable()
export class ProfileService {
  constructor(
    private readonly users: UsersService,
    private readonly preferences: PreferencesService,
  ) {}

  async of(work: Work, userId: number) {
    const user = await this.users.get(work, userId);
    const preferences = await this.preferences.of(work, userId);
    return { ...presentOwnUser(user), notification_preferences: preferences };
  }

  async change(work: Work, userId: number, { email_notifications, locale, timezone }: ProfileInput) {
    await this.users.change(work, userId, { emailNotifications: email_notifications, locale, timezone });
    return this.of(work, userId);
  }
}
