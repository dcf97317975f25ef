import { z } from 'zod';
import type { Role } from '../../accounts/role.entity.js';
import { id as idSchema } from '../../input/id.js';

export const roleOutput = z.object({
  id: idSchema,
  name: z.string(),
  admin: z.boolean(),
  permissions: z.array(z.string()),
});

export function presentRole({ id, name, admin, permissions }: Role): z.infer<typeof roleOutput> {
  return { id, name, admin, permissions };
}
