import { z } from 'zod';

/* PostgreSQL stores neither NUL nor half of a surrogate pair. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

/** Text that the database can keep, of at most `max` characters. */
export const storableText = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => !UNSTORABLE.test(text), {
      error: 'The text contains characters that cannot be stored.',
    });
