import { z } from 'zod';

/** A language tag in its canonical spelling: `nl-be` becomes `nl-BE`. */
export const locale = z
  .string()
  .max(35)
  .refine(isLanguageTag, { error: 'The selected locale is invalid.' })
  .transform((tag) => Intl.getCanonicalLocales(tag)[0] ?? tag);

export const timezone = z
  .string()
  .max(64)
  .refine(isTimezone, { error: 'The timezone field must be a valid timezone.' });

export const profileInput = z.strictObject({
  email_notifications: z.boolean().optional(),
  locale: locale.optional(),
  timezone: timezone.optional(),
});
export type ProfileInput = z.infer<typeof profileInput>;

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** A name of the IANA database, such as `Europe/Amsterdam`; an offset is none. */
function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}
