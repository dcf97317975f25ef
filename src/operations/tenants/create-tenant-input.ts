import { z } from 'zod';
import { line } from '../../input/text.js';
import { SLUG } from '../../tenancy/tenant-host.js';

const slug = z.string().refine((text) => SLUG.test(text), {
  error: 'A slug has 1 to 63 lower-case letters, digits and hyphens, and no hyphen at either end.',
});

const colour = z
  .string()
  .toLowerCase()
  .refine((text) => /^#[0-9a-f]{6}$/.test(text), { error: 'A colour is such as #4f46e5.' });
/** The product's own. */
const COLOUR = '#4f46e5';

/** The first word, and the rest. */
const fullName = line.transform((text, context) => {
  const [, first_name, last_name] = /^(\S+)\s+(.+)$/.exec(text) ?? [];
  if (first_name !== undefined && last_name !== undefined) return { first_name, last_name };
  context.addIssue('The admin name field must be a first and a last name.');
  return z.NEVER;
});

const fields = z.object({
  slug,
  name: line,
  colour: colour.default(COLOUR),
  admin_email: line.optional(),
  admin_handle: line.optional(),
  admin_name: fullName.optional(),
});

/** Of the admin all is given or nothing; what is given is judged as that of any person. */
export const createTenantInput = fields.transform((input, context) => {
  const { admin_email: email, admin_handle: handle, admin_name: name, ...tenant } = input;
  if (email !== undefined && handle !== undefined && name !== undefined) {
    return { ...tenant, admin: { email, handle, ...name } };
  }
  if ([email, handle, name].every((part) => part === undefined)) return { ...tenant, admin: null };
  context.addIssue('An admin needs --admin-email, --admin-handle and --admin-name.');
  return z.NEVER;
});
export type CreateTenantInput = z.infer<typeof createTenantInput>;
