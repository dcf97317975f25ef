import { laravelTime } from '@kendo/notifications/native';
import type { User } from './user.entity.js';
import type { ManagedUserOutput, OwnUserOutput, UserOutput } from './user-output.js';

/** A colleague, as everybody in the tenant may see them. */
export function presentUser(user: User): UserOutput {
  return {
    id: user.id,
    uuid: user.uuid,
    handle: user.handle,
    first_name: user.firstName,
    last_name: user.lastName,
    profile_picture: user.profilePicture,
  };
}

/** A person, as they see themselves. */
export function presentOwnUser(user: User): OwnUserOutput {
  return {
    ...presentUser(user),
    email: user.email,
    locale: user.locale,
    timezone: user.timezone,
    role: user.role.name,
    email_notifications: user.emailNotifications,
  };
}

/** A person, as those see them who manage people. */
export function presentManagedUser(user: User): ManagedUserOutput {
  return { ...presentOwnUser(user), role_id: user.roleId, created_at: laravelTime(user.createdAt) };
}
