import type { User } from './user.entity.js';

/** A colleague, as everybody in the tenant may see them. */
export function presentUser(user: User) {
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
export function presentOwnUser(user: User) {
  return {
    ...presentUser(user),
    email: user.email,
    locale: user.locale,
    timezone: user.timezone,
    role: user.role.name,
    email_notifications: user.emailNotifications,
  };
}
