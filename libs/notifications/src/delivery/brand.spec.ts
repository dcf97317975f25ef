import { brandOf } from './brand.js';

const [BLACK, WHITE] = ['#000000', '#ffffff'];

test.each([
  ['#ffffff', BLACK],
  ['#facc15', BLACK],
  ['#fecdd3', BLACK],
  ['#16a34a', BLACK],
  ['#777777', BLACK],
  ['#757575', WHITE],
  ['#4F46E5', WHITE],
  ['#dc2626', WHITE],
  ['#000000', WHITE],
])('on %s one reads %s', (colour, ink) => {
  expect(brandOf(colour)).toMatchObject({ colour, ink });
});

test('has an edge of another colour where it would not be seen', () => {
  expect(brandOf('#ffffff')).toMatchObject({ edge: '#d4d4d8', edgeInTheDark: '#ffffff' });
  expect(brandOf('#18181b')).toMatchObject({ edge: '#18181b', edgeInTheDark: '#71717a' });
  expect(brandOf('#dc2626')).toMatchObject({ edge: '#dc2626', edgeInTheDark: '#dc2626' });
});

test.each(['', 'red', '#fff', '#12345g', '#123456;x:y', '#1234567', ' #123456'])(
  '"%s" is no colour',
  (text) => {
    expect(brandOf(text)).toEqual(brandOf('#4f46e5'));
  },
);
