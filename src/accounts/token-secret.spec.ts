import { createSecret, formatToken, hashOf, matches, parseToken } from './token-secret.js';

it('reads what it wrote', () => {
  const token = { id: 12, secret: createSecret() };

  expect(parseToken(formatToken(token))).toEqual(token);
});

const SECRET = 'a'.repeat(40);
it.each([
  ['leading zeros', `012|${SECRET}`],
  ['no id', `|${SECRET}`],
  ['id 0', `0|${SECRET}`],
  ['a sign', `+1|${SECRET}`],
  ['an id that no number holds', `9007199254740993|${SECRET}`],
  ['a short secret', `12|${SECRET.slice(1)}`],
  ['a long secret', `12|${SECRET}a`],
  ['a second bar', `12|${SECRET.slice(1)}|`],
  ['space around it', ` 12|${SECRET} `],
  ['a line after it', `12|${SECRET}\n`],
  ['nothing', ''],
])('takes no token with %s', (_, text) => {
  expect(parseToken(text)).toBeUndefined();
});

it('knows a secret by its hash', () => {
  const secret = createSecret();

  expect(matches(secret, hashOf(secret))).toBe(true);
  expect(matches(createSecret(), hashOf(secret))).toBe(false);
});
