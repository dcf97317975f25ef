import { z } from 'zod';
import { PERMISSION_NAMES } from '../../accounts/permissions.js';
import { line } from '../../input/text.js';

const permissions = z
  .array(z.enum(PERMISSION_NAMES))
  .max(PERMISSION_NAMES.length)
  .transform((names) => [...new Set(names)]);

export const roleInput = z.strictObject({
  name: line,
  permissions,
  admin: z.boolean().describe('An admin may do everything').optional(),
});
export type RoleInput = z.infer<typeof roleInput>;

/** What is left out stays. */
export const rolePatch = roleInput.partial();
export type RolePatch = z.infer<typeof rolePatch>;
