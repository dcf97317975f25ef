import { initialsOf } from './initials.js';

test.each([
  ['Bob Smith', 'BS'],
  ['  ada   king of lovelace ', 'AL'],
  ['Acme', 'A'],
  ['🦊 Fox', '🦊F'],
  ['', ''],
])('of "%s": %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test('only the first where there is room for one', () => {
  expect(initialsOf('Acme Works', 1)).toBe('A');
});
