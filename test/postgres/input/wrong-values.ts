/** Values as they stand in JSON text, since some of them cannot stand anywhere else. */
const HUGE_NUMBERS = ['1e400', '9223372036854775808', '-1e400'];
const LISTS = ['[]', '[null]', '[[]]'];
const OBJECTS = ['{}', '{"id":1}'];
const UNSTORABLE = ['"\\u0000"', '"a\\u0000b"', '"\\ud800"', '"\\udc00\\ud800"'];

/** What is wrong for each type of the API's description. */
export const WRONG: Readonly<Record<string, readonly string[]>> = {
  integer: ['"x"', '"1"', '""', 'true', '1.5', '0', '-1', '1e-7', ...HUGE_NUMBERS, ...LISTS, ...OBJECTS],
  string: ['1', 'true', ...LISTS, ...OBJECTS, ...UNSTORABLE, JSON.stringify('x'.repeat(65_536)), '["x"]'],
  boolean: ['"true"', '"1"', '""', '1', '0', ...LISTS, ...OBJECTS],
  array: [
    '"x"',
    '1',
    'true',
    ...LISTS,
    ...OBJECTS,
    '["1"]',
    '[1.5]',
    '[0]',
    '[-1]',
    '[1e400]',
    '[9223372036854775808]',
    '[true]',
    '[{}]',
    JSON.stringify(Array.from({ length: 1_001 }, (_, index) => index + 1)),
  ],
};

/** What is wrong in a query, as it stands in the URL. */
const INTEGERS = ['', 'x', '-1', '1.5', '1e3', '0x10', '%00', '%ff', '%F0%9F%98%80', '+1', '1%20'];
const NO_ID = [...INTEGERS, '0', '9223372036854775808', '99999999999999999999999'];
const NO_FLAG = ['', '2', 'yes', 'TRUE', '%00', '-1', 'constructor', '__proto__'];

export const WRONG_QUERY: Readonly<Record<string, readonly string[]>> = {
  limit: [...NO_ID, '201'],
  before: NO_ID,
  after: NO_ID,
  type: NO_ID,
  project_id: NO_ID,
  user_id: NO_ID,
  unread: NO_FLAG,
  archived: NO_FLAG,
};

/** What is no id and no key, as it stands in a path. */
export const WRONG_IN_PATH = [
  ...NO_ID.filter((text) => text !== '' && text !== '%ff'),
  '01',
  '%2f',
  '..%2f1',
  '%2e%2e',
  '%EF%BC%91',
  'KD-1',
  'kd-0001',
  'KD-00001',
  'KD-0001%00',
  "1'--",
  '%7B%7D',
  'null',
  'constructor',
];
