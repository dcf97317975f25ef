import { momentOf } from './moment.js';

const TIME = new Date('2026-03-13T14:00:00Z');

test.each([
  ['en', 'Europe/Amsterdam', '13 March 2026 at 15:00 CET'],
  ['nl', 'Europe/Amsterdam', '13 maart 2026 om 15:00 CET'],
  ['en', 'Asia/Kolkata', '13 March 2026 at 19:30 GMT+5:30'],
  ['en', 'UTC', '13 March 2026 at 14:00 UTC'],
  ['en', 'Mars/Olympus', '13 March 2026 at 14:00 UTC'],
  ['en', '', '13 March 2026 at 14:00 UTC'],
] as const)('in %s at %s: %s', (language, timezone, moment) => {
  expect(momentOf(TIME, language, timezone)).toBe(moment);
});
