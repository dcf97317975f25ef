import { isCalendarDay } from '../../../domain/calendar-day.js';

/** A day, or a time in UTC unless it says otherwise. */
const TIME = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(?:(Z)|([+-]\d\d):?(\d\d))?)?$/i;

/** In years that the database, JSON and mail all write with four digits; `null` for what is no such time. */
export function parseTime(value: unknown): Date | null {
  if (value instanceof Date) return value;
  if (typeof value !== 'string') return null;
  const [whole, day = '', time = '00:00', , hours, minutes] = TIME.exec(value) ?? [];
  if (whole === undefined || !isCalendarDay(day)) return null;
  const date = new Date(`${day}T${time}${hours === undefined ? 'Z' : `${hours}:${minutes}`}`);
  const year = date.getUTCFullYear();
  return year >= 1 && year <= 9999 ? date : null;
}
