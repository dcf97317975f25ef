import { InvalidInputError } from '@kendo/notifications';
import { laravelErrors } from '@kendo/notifications/native';
import type { z } from 'zod';

/** What the schema makes of an input, or an `InvalidInputError` in the words that the API has for it. */
export function parsed<Input>(schema: z.ZodType<Input>, input: unknown): Input {
  const { data, error } = schema.safeParse(input);
  if (error) throw new InvalidInputError(laravelErrors(error.issues, input));
  return data;
}
