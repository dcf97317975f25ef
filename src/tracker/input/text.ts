import { z } from 'zod';

export const MAX_LINE = 255;
export const MAX_TEXT = 65_535;

/* PostgreSQL stores neither NUL nor half of a surrogate pair. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

const storable = z
  .string()
  .refine((text) => !UNSTORABLE.test(text), { error: 'The text contains characters that cannot be stored.' });

/** A title or a name: what is around it does not count. */
export const line = storable.trim().min(1).max(MAX_LINE);
/** A description, of any form. */
export const text = storable.max(MAX_TEXT);
