import { gzipSync } from 'node:zlib';

export const MIB = 1024 * 1024;
/** More than a stack holds. */
export const DEPTH = 100_000;

export interface WrongBody {
  readonly status: number;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string | null>>;
}

const unreadable = (body: string | Buffer): WrongBody => ({ status: 400, body });
const ofType = (type: string | null): WrongBody => ({
  status: 415,
  body: '{"name":"New"}',
  headers: { 'content-type': type },
});

/** Bodies that come to no route, since nobody can read them. */
export const WRONG_BODIES: Readonly<Record<string, WrongBody>> = {
  truncated: unreadable('{"name":"Ne'),
  'no JSON': unreadable('name: New'),
  'two documents': unreadable('{}{}'),
  'a comma too many': unreadable('{"name":"New",}'),
  'single quotes': unreadable("{'name':'New'}"),
  'not a number': unreadable('{"name":NaN}'),
  'a bare NUL': unreadable('{"name":"\0"}'),
  'bytes that are no UTF-8': unreadable(Buffer.from('{"name":"\xff"}', 'latin1')),
  'an overlong NUL': unreadable(Buffer.from('{"name":"\xc0\x80"}', 'latin1')),
  'half of a surrogate pair in bytes': unreadable(Buffer.from('{"name":"\xed\xa0\x80"}', 'latin1')),
  'UTF-16': unreadable(Buffer.from('{"name":"New"}', 'utf16le')),
  'a prototype': unreadable('{"__proto__":{"name":"New"}}'),
  'a prototype within': unreadable('{"name":{"__proto__":{"length":1}}}'),
  'a prototype in other letters': unreadable('{"\\u005f_proto__":{"name":"New"}}'),
  "a constructor's prototype": unreadable('{"constructor":{"prototype":{"name":"New"}}}'),
  compressed: { status: 415, body: gzipSync('{"name":"New"}'), headers: { 'content-encoding': 'gzip' } },

  'too large': { status: 413, body: '', headers: { 'content-length': String(MIB + 1) } },
  'too large, as it turns out': {
    status: 413,
    body: `${(MIB + 1).toString(16)}\r\n${'x'.repeat(MIB + 1)}`,
    headers: { 'content-length': null, 'transfer-encoding': 'chunked' },
  },
  'deep without end': { status: 422, body: '['.repeat(DEPTH) + ']'.repeat(DEPTH) },

  text: ofType('text/plain'),
  form: ofType('application/x-www-form-urlencoded'),
  HTML: ofType('text/html; charset=utf-8'),
  XML: ofType('application/xml'),
  'another JSON': ofType('application/json-patch+json'),
  'no type at all': ofType(null),
  'a type that is none': ofType('json'),
};

/** Requests whose line or headers are wrong, of anybody. */
export const WRONG_LINES: readonly [
  status: number,
  path: string,
  headers?: Readonly<Record<string, string>>,
][] = [
  [400, '/api/users/%'],
  [400, '/api/users/%2'],
  [400, '/api/users/%ff'],
  [400, '/api/users/%c0%80'],
  [400, '/api/users/%ed%a0%80'],
  [404, '*'],
  [404, '/api'],
  [404, '//api/users'],
  [404, '/api//users'],
  [404, '/api/users//'],
  [404, '/API/users'],
  [404, '/api/./users'],
  [404, '/api/../api/users'],
  [404, '/api/%2e%2e/api/users'],
  [404, '/api%2fusers'],
  [404, '/api/users%00'],
  [404, '/health/../api/users'],
  [414, `/api/users/${'9'.repeat(1_025)}`],
  [431, `/api/users/${'9'.repeat(20_000)}`],
  [431, `/api/users?${'a=1&'.repeat(5_000)}`],
  [431, '/api/users', { 'x-large': 'x'.repeat(20_000) }],
  [400, '/api/users', { 'x-nul': 'a\0b' }],
  [401, '/api/users', { authorization: 'Bearer \xff\xfe' }],
  [401, '/api/users', { authorization: `Bearer ${'9'.repeat(8_000)}` }],
];
