import { TimeZone } from './time-zone.js';

const at = (text: string) => new Date(text);

test.each([
  ['UTC', '2026-03-16T04:08:24.488Z', '2026-03-16T04:08:24.488+00:00'],
  ['Europe/Zagreb', '2026-03-16T04:08:24.488Z', '2026-03-16T05:08:24.488+01:00'],
  ['Europe/Zagreb', '2026-07-01T00:00:00.000Z', '2026-07-01T02:00:00.000+02:00'],
  ['America/St_Johns', '2026-01-01T00:00:00.000Z', '2025-12-31T20:30:00.000-03:30'],
  ['Asia/Kathmandu', '2026-01-01T00:00:00.000Z', '2026-01-01T05:45:00.000+05:45'],
  ['Nowhere/At_All', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000+00:00'],
])('in %s %s is %s', (zone, time, written) => {
  expect(new TimeZone(zone).write(at(time))).toBe(written);
  expect(new TimeZone(zone).read(written)).toEqual(at(time));
});

test.each([
  ['UTC', '2026-03-17', '2026-03-17T00:00:00Z'],
  ['Europe/Zagreb', '2026-03-17', '2026-03-16T23:00:00Z'],
  ['Europe/Zagreb', '2026-03-17T10:30', '2026-03-17T09:30:00Z'],
  ['Europe/Zagreb', '2026-03-17T10:30Z', '2026-03-17T10:30:00Z'],
  /* The days on which clocks are changed, before and after. */
  ['Europe/Zagreb', '2026-03-29T01:59', '2026-03-29T00:59:00Z'],
  ['Europe/Zagreb', '2026-03-29T03:00', '2026-03-29T01:00:00Z'],
  ['Europe/Zagreb', '2026-10-25', '2026-10-24T22:00:00Z'],
  ['Europe/Zagreb', '2026-10-26', '2026-10-25T23:00:00Z'],
  ['Pacific/Auckland', '2026-01-01', '2025-12-31T11:00:00Z'],
])('in %s %s begins at %s', (zone, text, time) => {
  expect(new TimeZone(zone).read(text)).toEqual(at(time));
});
