import { requestIdOf } from './request-id.js';

it.each(['a', 'Root=1-67891233-abcdef012345678912345678', 'x'.repeat(64)])('takes %s', (id) => {
  expect(requestIdOf({ headers: { 'x-request-id': id } })).toBe(id);
});

it.each(['', 'x'.repeat(65), 'two words', 'line\nbreak', 'ünsafe', '"quoted"'])(
  'makes its own for "%s"',
  (id) => {
    expect(requestIdOf({ headers: { 'x-request-id': id } })).toMatch(/^[0-9a-f-]{36}$/);
  },
);
