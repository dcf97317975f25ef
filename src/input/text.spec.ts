import { line, MAX_LINE, MAX_TEXT, text } from './text.js';

describe('a line', () => {
  it('counts without what is around it', () => {
    expect(line.parse('  Fix it\n')).toBe('Fix it');
    expect(line.parse(` ${'x'.repeat(MAX_LINE)} `)).toHaveLength(MAX_LINE);
  });

  it.each([
    '',
    ' \t\n',
    'x'.repeat(MAX_LINE + 1),
    'a\r\nb',
    'a\tb',
    'a\u2028b',
    'a\0b',
    'a\ud83d',
    '\udd25b',
  ])('is not %j', (input) => expect(line.safeParse(input).success).toBe(false));
});

describe('a text', () => {
  it.each(['', '  as it is\n', '🔥', 'x'.repeat(MAX_TEXT)])('is kept as it is', (input) =>
    expect(text.parse(input)).toBe(input),
  );

  it.each(['x'.repeat(MAX_TEXT + 1), 'a\0b', 'a\ud83d'])('is refused', (input) =>
    expect(text.safeParse(input).success).toBe(false),
  );
});
