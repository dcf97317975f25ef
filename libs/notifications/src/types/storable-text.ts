import { z } from 'zod';

/* PostgreSQL stores neither NUL nor half of a surrogate pair. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

/** Text that the database can keep. */
export const storableText = z.string().refine((text) => !UNSTORABLE.test(text), {
  error: 'The text contains characters that cannot be stored.',
});
