import { adjusted } from './adjusted-date.js';

const NOW = new Date('2026-03-31T14:00:00Z');

describe('$NOW', () => {
  it.each([
    ['', '2026-03-31T14:00:00.000Z'],
    ['-7 days', '2026-03-24T14:00:00.000Z'],
    ['+1h', '2026-03-31T15:00:00.000Z'],
    [' - 7 days ', '2026-03-24T14:00:00.000Z'],
    ['1.5 hours', '2026-03-31T15:30:00.000Z'],
    ['-2', '2026-03-29T14:00:00.000Z'],
    ['-1 month', '2026-02-28T14:00:00.000Z'],
    ['+1 Year', '2027-03-31T14:00:00.000Z'],
    ['100 ms', '2026-03-31T14:00:00.100Z'],
  ])('(%s) is %s', (shift, time) => expect(adjusted(NOW, shift).toISOString()).toBe(time));

  it.each(['soon', '1 fortnight', '-9999999999 days', '99999999999999999999 years', '1e3 days'])(
    '(%s) is no time',
    (shift) => expect(() => adjusted(NOW, shift)).toThrow(`"$NOW(${shift})" is not a time`),
  );

  it('takes a shift of no more than 50 characters', () => {
    expect(() => adjusted(NOW, `${' '.repeat(49)}xy`)).toThrow('must be at most 50 characters long');
  });
});
