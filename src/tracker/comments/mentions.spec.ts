import { mentionedHandles } from './mentions.js';

describe('mentionedHandles', () => {
  it.each([
    ['@alice have a look', ['alice']],
    ['(@alice), @bob! and @carol: "@dave"', ['alice', 'bob', 'carol', 'dave']],
    ['Ask @alice.', ['alice']],
    ['Ask @alice...', ['alice']],
    ["@alice's idea", ['alice']],
    ['@Alice @ALICE @alice', ['alice']],
    ['@mary-jane @mary_jane @mary.jane @agent007', ['mary-jane', 'mary_jane', 'mary.jane', 'agent007']],
    ['one\n@alice\ntwo', ['alice']],
    ['@alice.@bob', ['alice', 'bob']],
    ['*@alice*', ['alice']],
    ['你好，@alice。', ['alice']],
  ])('%j names %j', (text, handles) => expect(mentionedHandles(text)).toEqual(handles));

  it.each([
    'no one',
    'write to bob@acme.example',
    'bob.smith+work@acme.example',
    'josé@acme',
    '@bob@social.example',
    'https://social.example/@bob',
    '@',
    '@ alice',
    '@.alice',
    '@@alice',
    '@josé',
    '@mary.josé',
    '@mary.jane@acme.example',
    'foo_@alice',
  ])('%j names nobody', (text) => expect(mentionedHandles(text)).toEqual([]));

  it('takes time that grows with the text alone', () => {
    const hostile = ['@', '@a', '@a.', '-@', 'a@', '@a-'].map((piece) => piece.repeat(20_000)).join('');
    const start = performance.now();
    mentionedHandles(hostile);
    mentionedHandles('@' + 'a'.repeat(65_000) + '@');
    mentionedHandles('@a' + '.'.repeat(65_000) + 'a');
    expect(performance.now() - start).toBeLessThan(500);
  });
});
