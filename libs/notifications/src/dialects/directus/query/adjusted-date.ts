import { invalidQuery } from '../errors/directus-error.js';

const MAX_LENGTH = 50;
const SHIFT = /^([+-]?)\s*(\d+(?:\.\d+)?|\.\d+) *([a-z]*)$/i;

const MILLISECONDS: readonly (readonly [RegExp, number])[] = [
  [/^(milliseconds?|msecs?|ms)$/, 1],
  [/^(seconds?|secs?|s)$/, 1_000],
  [/^(minutes?|mins?|m)$/, 60_000],
  [/^(hours?|hrs?|h)$/, 3_600_000],
  [/^(days?|d|)$/, 86_400_000],
  [/^(weeks?|w)$/, 604_800_000],
];
const MONTHS: readonly (readonly [RegExp, number])[] = [
  [/^(months?|mth|mo)$/, 1],
  [/^(years?|yrs?|y)$/, 12],
];

/** A time moved by a shift such as `-7 days`, in the words of the npm package `ms`, months and years beside. */
export function adjusted(date: Date, shift: string): Date {
  if (shift === '') return date;
  if (shift.length > MAX_LENGTH) {
    throw invalidQuery(`What "$NOW" is shifted by must be at most ${MAX_LENGTH} characters long`);
  }
  const [whole, sign, amount, unit = ''] = SHIFT.exec(shift.trim()) ?? [];
  const by = Number(amount) * (sign === '-' ? -1 : 1);
  const moved = whole === undefined ? null : movedBy(date, by, unit.toLowerCase());
  if (!moved || !(Math.abs(moved.getUTCFullYear() - 5_000) < 5_000)) {
    throw invalidQuery(`"$NOW(${shift})" is not a time`);
  }
  return moved;
}

function movedBy(date: Date, by: number, unit: string): Date | null {
  const milliseconds = MILLISECONDS.find(([name]) => name.test(unit));
  if (milliseconds) return new Date(date.getTime() + by * milliseconds[1]);
  const months = MONTHS.find(([name]) => name.test(unit));
  if (!months) return null;
  return inMonths(date, Math.trunc(by * months[1]));
}

/** The same day of another month, or its last one. */
function inMonths(date: Date, months: number): Date {
  const moved = new Date(date);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  if (moved.getUTCDate() !== date.getUTCDate()) moved.setUTCDate(0);
  return moved;
}
