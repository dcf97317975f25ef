import { isToBlame } from './blame.js';

const withCode = (code: string) => Object.assign(new Error('failed'), { code });

describe('an event whose fan-out failed', () => {
  test.each(['57014', '22023', '23502', 'XX000'])('is to blame for %s', (code) => {
    expect(isToBlame(withCode(code))).toBe(true);
  });

  test("is to blame for what its class throws, and for a class that is not the host's", () => {
    expect(isToBlame(new Error('No notification event is named "x"'))).toBe(true);
  });

  test.each(['42P01', '42703', '42501', '40P01', '57P01', 'ECONNRESET'])(
    "is not for %s: a view of the host's that broke, a connection that was lost",
    (code) => expect(isToBlame(withCode(code))).toBe(false),
  );
});
