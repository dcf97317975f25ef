import { TransportPause } from './transport-pause.js';

let now = 0;
const clock = () => now;

beforeEach(() => {
  now = 5_000;
});

test('is off until there is a fault', () => {
  const pause = new TransportPause(clock);
  expect([pause.isOn, pause.isProbing]).toEqual([false, false]);
});

test('each probe that fails makes it longer, up to less than a minute', () => {
  const pause = new TransportPause(clock, () => 1);
  const waits = Array.from({ length: 9 }, () => {
    const wait = pause.fault();
    now += wait;
    expect([pause.isOn, pause.isProbing]).toEqual([false, true]);
    return wait;
  });
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 55_000, 55_000, 55_000]);
});

test('faults of mails that were on their way together count once', () => {
  const pause = new TransportPause(clock, () => 1);
  pause.fault();
  now += 400;
  expect(pause.fault()).toBe(600);
});

test('the first mail that gets through ends it', () => {
  const pause = new TransportPause(clock, () => 1);
  pause.fault();
  expect(pause.gotThrough()).toBe(true);
  expect([pause.isOn, pause.isProbing]).toEqual([false, false]);
  expect(pause.gotThrough()).toBe(false);
  expect(pause.fault()).toBe(1_000);
});
