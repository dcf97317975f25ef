import { z } from 'zod';
import { locale, timezone } from '../../accounts/profile-input.js';
import { id } from '../../input/id.js';
import { link } from '../../input/link.js';
import { line, MAX_LINE } from '../../input/text.js';

const MAX_HANDLE = 64;
/** What can be mentioned, see `mentions.ts`. */
const HANDLE = /^[a-z0-9]+(?:[._-]+[a-z0-9]+)*$/i;
const HANDLE_RULE = 'letters and digits, with any of . _ - between them';

const handle = z
  .string()
  .max(MAX_HANDLE)
  .refine((text) => HANDLE.test(text), { error: `The handle field must be ${HANDLE_RULE}.` })
  .toLowerCase()
  .describe(`${HANDLE_RULE}; kept in lower case`);

const fields = z.strictObject({
  handle,
  first_name: line,
  last_name: line,
  email: z.email().max(MAX_LINE),
  locale: locale.optional(),
  timezone: timezone.optional(),
  profile_picture: link.nullish(),
});

const roleChoice = z.object({
  role_id: id.optional(),
  role: line.describe('The name of the role, in place of its id').optional(),
});

const oneRole = { path: ['role'], error: 'The role field is prohibited when role id is present.' };
const someRole = {
  path: ['role_id'],
  error: 'The role id field is required when role is not present.',
  /* Beside what else is missing, and not after it. */
  when: ({ value }: { value: unknown }) => typeof value === 'object' && value !== null,
};

export const userInput = fields
  .extend(roleChoice.shape)
  .refine(({ role_id, role }) => role_id === undefined || role === undefined, oneRole)
  .refine(({ role_id, role }) => role_id !== undefined || role !== undefined, someRole);
export type UserInput = z.infer<typeof userInput>;

/** What is left out stays. */
export const userPatch = fields
  .partial()
  .extend({ ...roleChoice.shape, email_notifications: z.boolean().optional() })
  .refine(({ role_id, role }) => role_id === undefined || role === undefined, oneRole);
export type UserPatch = z.infer<typeof userPatch>;
