import { printed } from './printed.js';

test('a list is a table of its columns, or of those asked for', () => {
  const rows = [
    { id: 7, name: 'Ann', admin: true, permissions: [], subject: { type: 'user', id: 9 } },
    { id: 12, name: 'Æsa', admin: false, permissions: ['a', 'b'], subject: null },
  ];

  expect(printed(rows)).toBe(
    [
      'id  name  admin  permissions  subject',
      '7   Ann   true   –            user 9',
      '12  Æsa   false  a, b         –',
    ].join('\n'),
  );
  expect(printed(rows, ['name', 'id'])).toBe('name  id\nAnn   7\nÆsa   12');
  expect(printed([], ['name'])).toBe('None.');
});

test('a record is its fields', () => {
  expect(printed({ id: 3, admin_token: '10|x' })).toBe('id           3\nadmin_token  10|x');
});

test('no text steers the terminal', () => {
  expect(printed({ name: 'A\u001b[31m\nB\u009b2J' })).toBe('name  A [31m B 2J');
});
