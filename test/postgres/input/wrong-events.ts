const LONG = (length: number) => JSON.stringify('x'.repeat(length));
const LINE = ['null', '""', '" "', '1', '[]', '{}', '"\\u0000"', '"\\ud800"', LONG(256)];
const ID = ['"x"', '"1"', '1.5', '0', '-1', '1e400', '9223372036854775808', '[]', '{}', 'true'];
const OBJECT = ['null', '"x"', '1', 'true', '[]', '{}'];
const subject = (fields: string) => `{"type":"todo","id":1,"title":"T",${fields}}`;
const each = (texts: readonly string[], wrap: (text: string) => string) => texts.map(wrap);

/** The fields of an event from outside, and what is wrong in them; the refusal names that field or one within. */
export const WRONG_IN_EVENTS: Readonly<Record<string, readonly string[]>> = {
  type: [...LINE, '"Todo"', '"todo created"', '".todo"', '"todo."', '"__proto__"'],
  key: LINE,
  actor_id: [...ID, '999999999'],
  message: ['null', '""', '" "', '1', '[]', '{}', '"\\u0000"', '"\\ud800"', LONG(1_001)],
  params: ['null', '"x"', '1', '[]'],
  subject: [
    ...OBJECT,
    ...each([...LINE, '"Todo"', '"1"'], (type) => subject(`"type":${type}`)),
    ...each(['null', '""', '0', '-1', '1.5', '1e400', '[]', '{}', '"\\u0000"'], (id) =>
      subject(`"id":${id}`),
    ),
    ...each(LINE, (title) => subject(`"title":${title}`)),
    ...each(
      [
        '"x"',
        '"ftp://a.example"',
        '"javascript:alert(1)"',
        '"http://"',
        '1',
        'null',
        '"http://a.example/\\u0000"',
      ],
      (url) => subject(`"url":${url}`),
    ),
    ...each(['"http://a.example/\\ud800"', `"http://a.example/${'x'.repeat(2_000)}"`], (url) =>
      subject(`"url":${url}`),
    ),
  ],
  parent: [...OBJECT, '{"type":"todo","id":1}', '{"type":"todo","id":-1,"title":"T"}'],
  root: [...OBJECT, '{"type":"todo"}', '{"type":"todo","id":1.5}'],
  project_id: [...ID, '999999999'],
  recipients: [
    'null',
    '"x"',
    '1',
    '{}',
    ...each([...ID, '999999999'], (id) => `[${id}]`),
    '[null]',
    '[[1]]',
    JSON.stringify(Array.from({ length: 1_001 }, () => 1)),
  ],
  watchers_of: [...OBJECT, '{"type":"issue"}', '{"type":"team","id":1}', '{"type":"issue","id":0}'],
  important: ['null', '"true"', '1', '[]'],
  mail: [...OBJECT, '{"subject":"S"}', '{"subject":"S","text":""}', `{"subject":"S","text":${LONG(65_536)}}`],
  occurred_at: [
    'null',
    '""',
    '"yesterday"',
    '"2026-03-13"',
    '"2026-02-30T00:00:00Z"',
    '"2026-03-13T14:00:00"',
    '"0000-01-01T00:00:00Z"',
    '"0001-01-01T00:00:00+23:59"',
    '"9999-12-31T23:59:59-23:59"',
    '"+012026-01-01T00:00:00Z"',
    '"9999-01-01T00:00:00Z"',
    JSON.stringify(new Date(Date.now() + 3_600_000)),
    '1700000000',
    '[]',
  ],
};

/** Whole bodies that are no event and no list of events. */
export const WRONG_BODIES = ['null', 'true', '1', '"x"', '{}', '[]', '[null]', '[[]]', '[{}]'];
