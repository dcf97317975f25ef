import { retryAfter } from './retry-policy.js';

const HOUR = 3600;

/** When, in seconds after the first failure, each further try comes. */
function triesAfterFirst(random: () => number): number[] {
  const times: number[] = [];
  let now = 0;
  for (let failures = 1; ; failures += 1) {
    const delay = retryAfter(failures, random);
    if (delay === null) return times;
    now += delay;
    times.push(now);
  }
}

test.each([0, 0.5, 0.999])('ten tries within a day, the last a day later, with a jitter of %p', (jitter) => {
  const tries = triesAfterFirst(() => jitter);
  expect(tries.filter((time) => time <= 24 * HOUR).length + 1).toBeGreaterThanOrEqual(10);
  expect(tries.at(-1)).toBeGreaterThanOrEqual(24 * HOUR);
  expect(tries.at(-1)).toBeLessThan(31 * HOUR);
});

test('each wait doubles until it is four hours', () => {
  const waits = [1, 2, 3, 4, 9, 10, 11].map((failures) => retryAfter(failures, () => 0));
  expect(waits).toEqual([30, 60, 120, 240, 7680, 4 * HOUR, 4 * HOUR]);
});

test('mails that failed together come back apart', () => {
  const waits = new Set(Array.from({ length: 50 }, () => retryAfter(1)));
  expect(waits.size).toBeGreaterThan(40);
});
