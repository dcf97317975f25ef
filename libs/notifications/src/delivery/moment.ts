import type { Language } from '../domain/language.js';

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', nl: 'nl-NL' };
/** A format is slow to make; zones come in any spelling, so that their number is not bounded by itself. */
const KEPT = 500;
const formats = new Map<string, Intl.DateTimeFormat>();

/** `13 March 2026 at 15:00 CET`: a time as it is told where its reader lives. */
export function momentOf(time: Date, language: Language, timezone: string): string {
  const key = `${language} ${timezone}`;
  const format = formats.get(key) ?? formatFor(language, timezone);
  if (formats.size >= KEPT) formats.clear();
  formats.set(key, format);
  return format.format(time);
}

/** A zone that is none is read as UTC. */
function formatFor(language: Language, timeZone: string): Intl.DateTimeFormat {
  const options = {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  } as const;
  try {
    return new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: 'UTC' });
  }
}
