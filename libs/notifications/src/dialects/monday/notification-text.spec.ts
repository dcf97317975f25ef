import { messageOf, textOf } from './notification-text.js';

test('a line is the message, and needs no body', () => {
  expect(messageOf('This is a notification')).toEqual({ message: 'This is a notification' });
  expect(messageOf('x'.repeat(255))).toEqual({ message: 'x'.repeat(255) });
});

test.each([
  ['the first of several lines', 'First.  \r\nSecond.', 'First.'],
  ['the beginning of a long one', 'x'.repeat(256), `${'x'.repeat(254)}…`],
  ['no half of a character', '🔥'.repeat(300), `${'🔥'.repeat(254)}…`],
])('%s stands above the whole text', (_, text, message) => {
  expect(messageOf(text)).toEqual({ message, text });
});

test('a text is taken without what is around it', () => {
  expect(textOf(' \n Hi\n ')).toBe('Hi');
  expect(textOf(` ${'x'.repeat(10_000)} `)).toHaveLength(10_000);
});

test.each(['', ' \t\r\n\u2028', 'x'.repeat(10_001), 'a\0b', 'a\ud800'])('%j is refused', (text) => {
  expect(() => textOf(text)).toThrow('The text must have 1 to 10,000 characters');
});
