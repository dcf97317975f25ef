import { z } from 'zod';
import { line } from '../../input/text.js';

const PREFIX = /^[A-Z][A-Z0-9]{1,9}$/;
const PREFIX_RULE = '2 to 10 upper-case letters or digits, a letter first';

export const projectInput = z.strictObject({
  name: line,
  prefix: z
    .string()
    .refine((prefix) => PREFIX.test(prefix), { error: `The prefix field must be ${PREFIX_RULE}.` })
    .describe(PREFIX_RULE),
});
export type ProjectInput = z.infer<typeof projectInput>;
