import { InvalidInputError, type Work } from '@kendo/notifications';
import { type DirectusUser, type DirectusUserChanges, DirectusUsers } from '@kendo/notifications/directus';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { locale } from '../accounts/profile-input.js';
import { UsersService } from '../accounts/users.service.js';
import { line, MAX_LINE } from '../input/text.js';

const changesInput = z
  .object({
    first_name: line,
    last_name: line,
    email: z.email().max(MAX_LINE),
    language: locale,
    email_notifications: z.boolean(),
  })
  .partial();

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
    const { data, error } = changesInput.safeParse(changes);
    if (error) throw refused(error.issues.map(({ path }) => String(path[0])));
    await this.users.change(work, userId, {
      firstName: data.first_name,
      lastName: data.last_name,
      email: data.email,
      locale: data.language,
      emailNotifications: data.email_notifications,
    });
  }
}

function refused(fields: readonly string[]): InvalidInputError {
  return new InvalidInputError(
    Object.fromEntries(fields.map((field) => [field, [`The ${field.replaceAll('_', ' ')} is invalid.`]])),
  );
}
