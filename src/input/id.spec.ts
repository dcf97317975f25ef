import { NotFoundError } from '@kendo/notifications';
import { pathId } from './id.js';

describe('an id in a path', () => {
  it.each([
    ['1', 1],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
  ])('%s', (text, id) => expect(pathId(text)).toBe(id));

  it.each(['', '0', '01', '-1', '+1', '1.0', '1e3', ' 1', '1\n', '1\0', 'x', '９', '9007199254740992'])(
    'is not %j',
    (text) => expect(() => pathId(text)).toThrow(NotFoundError),
  );
});
