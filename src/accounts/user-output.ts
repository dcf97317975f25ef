import { preferencesInput } from '@kendo/notifications/native';
import { z } from 'zod';
import { id } from '../input/id.js';

export const userOutput = z.object({
  id,
  uuid: z.uuid(),
  handle: z.string(),
  first_name: z.string(),
  last_name: z.string(),
  profile_picture: z.string().nullable(),
});
export type UserOutput = z.infer<typeof userOutput>;

const ownUserOutput = userOutput.extend({
  email: z.string(),
  locale: z.string(),
  timezone: z.string(),
  role: z.string(),
  email_notifications: z.boolean(),
});
export type OwnUserOutput = z.infer<typeof ownUserOutput>;

export const profileOutput = ownUserOutput.extend({ notification_preferences: preferencesInput });

export const managedUserOutput = ownUserOutput.extend({
  role_id: id,
  created_at: z.iso.datetime(),
});
export type ManagedUserOutput = z.infer<typeof managedUserOutput>;

/** The whole of it for who manages people. */
export const anyUserOutput = z.union([managedUserOutput, userOutput]);
