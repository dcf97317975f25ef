/** `2026-03-13T14:00:00.000000Z`: Laravel's six decimals. */
export function laravelTime(time: Date): string {
  return time.toISOString().replace('Z', '000Z');
}
