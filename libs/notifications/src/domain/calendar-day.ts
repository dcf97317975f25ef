/** Whether a day such as `2026-02-28` is in the calendar: JavaScript reads the 31st of February as a day in March. */
export function isCalendarDay(day: string): boolean {
  const midnight = new Date(`${day}T00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}
