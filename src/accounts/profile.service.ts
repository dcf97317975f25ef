import { Injectable } from '@nestjs/common';
import { PreferencesService, type Work } from '@kendo/notifications';
import type { ProfileInput } from './profile-input.js';
import { presentOwnUser } from './user-presenter.js';
import { User } from './user.entity.js';
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
    const changes = { emailNotifications: email_notifications, locale, timezone };
    if (Object.values(changes).some((value) => value !== undefined)) {
      await work.manager.update(User, { tenantId: work.scope.tenantId, id: userId }, changes);
    }
    return this.of(work, userId);
  }
}
