import { formatIssueKey, parseIssueKey } from './issue-key.js';

describe('an issue key', () => {
  it.each([
    [{ prefix: 'KD', number: 1 }, 'KD-0001'],
    [{ prefix: 'KD', number: 9999 }, 'KD-9999'],
    [{ prefix: 'K2', number: 10000 }, 'K2-10000'],
  ])('%j is written %s and read back', (key, text) => {
    expect(formatIssueKey(key)).toBe(text);
    expect(parseIssueKey(text)).toEqual(key);
  });

  it.each([
    '',
    'KD',
    'KD-42',
    'KD-00042',
    'kd-0042',
    'KD-0042 ',
    'KD-0042\n',
    '0042',
    'KD--042',
    'KD-9999999999999999',
  ])('is not %j', (text) => expect(parseIssueKey(text)).toBeNull());
});
