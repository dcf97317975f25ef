import { z } from 'zod';
import { text } from '../../input/text.js';

/** Kept as it was written, but not when it is blank. */
export const commentInput = z.strictObject({ body: text.regex(/\S/) });
export type CommentInput = z.infer<typeof commentInput>;
