import { z } from 'zod';

/** Query strings are text: what looks like a number is made one, the rest is left to be refused. */
export const queryInteger = (schema: z.ZodType<number>) =>
  z.preprocess((text) => (typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : text), schema);
