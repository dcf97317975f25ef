import { QueryRunnerAlreadyReleasedError } from 'typeorm';
import { isPassing } from './passing-error.js';

const withCode = (code: string) => Object.assign(new Error('failed'), { code });

describe('isPassing', () => {
  test.each([
    '40P01',
    '40001',
    '57P01',
    '53300',
    '08006',
    '55P03',
    '23503',
    'ECONNREFUSED',
    'ECONNRESET',
    'EPIPE',
  ])('%s is worth another try', (code) => expect(isPassing(withCode(code))).toBe(true));

  test.each(['22P02', '23505', '42P01', 'XX000'])('%s will fail again', (code) => {
    expect(isPassing(withCode(code))).toBe(false);
  });

  test('a connection that ended is worth another try, an error of the code is not', () => {
    expect(isPassing(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(isPassing(new Error('Client was closed and is not queryable'))).toBe(true);
    expect(isPassing(new QueryRunnerAlreadyReleasedError())).toBe(true);
    expect(isPassing(new TypeError('x is not a function'))).toBe(false);
    expect(isPassing('a text')).toBe(false);
  });
});
