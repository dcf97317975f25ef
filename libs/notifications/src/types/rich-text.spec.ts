import fc from 'fast-check';
import { richHtml } from './rich-text.js';

describe('rich text', () => {
  it.each([
    ['**b** and *i*', '<p><strong>b</strong> and <em>i</em></p>'],
    ['> Hello <em>you</em>!', '<blockquote>\n<p>Hello <em>you</em>!</p>\n</blockquote>'],
    [
      '<a href="https://a.example/x">Click here to view.</a>',
      '<p><a href="https://a.example/x">Click here to view.</a></p>',
    ],
    ['a & b < c', '<p>a &amp; b &lt; c</p>'],
  ])('%j', (text, html) => expect(richHtml(text)).toBe(html));

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<p onclick="alert(1)" style="x">a</p>',
    '[a](javascript:alert(1))',
    '<a href="javascript:alert(1)">a</a>',
    '<a href="data:text/html,x">a</a>',
    '<iframe src="https://evil.example"></iframe>',
    '<svg><script>alert(1)</script></svg>',
    '<style>*{}</style>',
    '<form action="https://evil.example"><input></form>',
    '![a](https://evil.example/pixel.png)',
  ])('keeps nothing of %j that acts', (text) => {
    expect(richHtml(text)).not.toMatch(
      /<(script|img|iframe|svg|style|form|input)|\son\w+=|style=|href="(?!https?:)/i,
    );
  });

  it('opens no tag that is not on the list, whatever it is given', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '</',
      '"',
      "'",
      '=',
      'script',
      'img',
      'a',
      ' href',
      'javascript:',
      '`',
      '[',
      '](',
      '!',
      '\n',
      '&',
      ';',
      'on',
      'x',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        expect(richHtml(parts.join(''))).not.toMatch(/<(script|img|iframe|style)\b|<[^>]*\son\w+\s*=/i);
      }),
      { numRuns: 500, seed: 20_261_120 },
    );
  });

  it('is read in time, whatever it is', () => {
    for (const text of [
      '_a_'.repeat(25_000),
      '> '.repeat(5_000),
      '['.repeat(65_535),
      '<div>'.repeat(13_000),
    ]) {
      const start = performance.now();
      expect(richHtml(text)).toEqual(expect.any(String));
      expect(performance.now() - start).toBeLessThan(5_000);
    }
  });
});
