import type { ErrorAnswer } from '../../http/error-shapes.js';
import type { Failure } from '../../http/failure.js';

/** Laravel's own words, whatever was thrown. */
const MESSAGES: Readonly<Record<number, string>> = {
  401: 'Unauthenticated.',
  404: 'Not found.',
  429: 'Too Many Attempts.',
};

/** Every error in the shape of Laravel's JSON answers (behaviour of the native dialect). */
export function laravelError({ status, message, fields }: Failure): ErrorAnswer {
  if (fields) return { status, body: { message: summary(message, fields), errors: fields } };
  return { status, body: { message: MESSAGES[status] ?? message } };
}

/** Laravel's summary: the first sentence, and how many more there are. */
function summary(first: string, fields: NonNullable<Failure['fields']>): string {
  const more = Object.values(fields).flat().length - 1;
  return more > 0 ? `${first} (and ${more} more ${more === 1 ? 'error' : 'errors'})` : first;
}
