/** The languages that mail speaks. The inbox row's own `message` is always English. */
export const LANGUAGES = ['en', 'nl'] as const;
export type Language = (typeof LANGUAGES)[number];

/** `nl-BE` and `nl` are Dutch; a locale that we do not speak is answered in English. */
export function languageOf(locale: string): Language {
  const primary = locale.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === primary) ?? 'en';
}
