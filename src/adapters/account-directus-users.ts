import { InvalidInputError, type Work } from '@kendo/notifications';
import { type DirectusUser, type DirectusUserChanges, DirectusUsers } from '@kendo/notifications/directus';
import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { z } from 'zod';
import { profileInput } from '../accounts/profile-input.js';
import { User } from '../accounts/user.entity.js';
import { UsersService } from '../accounts/users.service.js';
import { line } from '../input/text.js';

const changesInput = z.object({
  first_name: line.optional(),
  last_name: line.optional(),
  email: line.pipe(z.email()).optional(),
  language: profileInput.shape.locale,
  email_notifications: z.boolean().optional(),
});

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
    const columns = {
      firstName: data.first_name,
      lastName: data.last_name,
      email: data.email,
      locale: data.language,
      emailNotifications: data.email_notifications,
    };
    if (Object.values(columns).every((value) => value === undefined)) return;
    try {
      await work.manager.update(User, { tenantId: work.scope.tenantId, id: userId }, columns);
    } catch (failure) {
      throw isTaken(failure)
        ? new InvalidInputError({ email: ['The email has already been taken.'] })
        : failure;
    }
  }
}

function refused(fields: readonly string[]): InvalidInputError {
  return new InvalidInputError(
    Object.fromEntries(fields.map((field) => [field, [`The ${field} is invalid.`]])),
  );
}

/** Of what is changed here the address alone has to be unique. */
function isTaken(failure: unknown): boolean {
  return failure instanceof QueryFailedError && (failure.driverError as { code?: string }).code === '23505';
}
