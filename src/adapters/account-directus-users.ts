import { type Work } from '@kendo/notifications';
import { type DirectusUser, type DirectusUserChanges, DirectusUsers } from '@kendo/notifications/directus';
import { Injectable } from '@nestjs/common';
import { User } from '../accounts/user.entity.js';
import { UsersService } from '../accounts/users.service.js';

/** The accounts, as Directus' clients know users. */
@Injectable()
export class AccountDirectusUsers extends DirectusUsers {
  constructor(private readonly users: UsersService) {
    super();
  }

  async of(work: Work, userId: number): Promise<DirectusUser> {
    const user = await this.users.get(work, userId);
    return {
      id: user.uuid,
      first_name: user.firstName,
      last_name: user.lastName,
      email: user.email,
      language: user.locale,
      email_notifications: user.emailNotifications,
    };
  }

  async change(work: Work, userId: number, changes: DirectusUserChanges): Promise<void> {
    await work.manager.update(
      User,
      { tenantId: work.scope.tenantId, id: userId },
      { firstName: changes.first_name },
    );
  }
}
