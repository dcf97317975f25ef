import { z } from 'zod';
import { isStorable } from '../domain/storable.js';

/** Text that the database can keep. */
export const storableText = z.string().refine(isStorable, {
  error: 'The text contains characters that cannot be stored.',
});
