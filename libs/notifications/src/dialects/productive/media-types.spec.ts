import type { HttpException } from '@nestjs/common';
import { checkAccept, checkContentType } from './media-types.js';

const OURS = 'application/vnd.api+json';
const SEED =
  'text/xml,application/xml,application/xhtml+xml,text/html;q=0.9,text/plain;q=0.8,image/png,*/*;q=0.5';

function statusOf(check: () => void): number {
  try {
    check();
    return 200;
  } catch (error) {
    return (error as HttpException).getStatus();
  }
}

test.each([
  undefined,
  '',
  OURS,
  'Application/VND.api+JSON',
  `${OURS};profile="https://example.com/a,b;c"`,
  'application/json',
  'application/json; charset=utf-8',
])('a document may be %s', (type) => expect(statusOf(() => checkContentType(type))).toBe(200));

test.each([
  `${OURS}; charset=utf-8`,
  `${OURS};ext="https://example.com/ext"`,
  `${OURS}; profile="x"; version=1`,
])('a document may not be %s', (type) => expect(statusOf(() => checkContentType(type))).toBe(415));

test.each([
  undefined,
  '',
  SEED,
  OURS,
  `${OURS}; q=0.5`,
  `${OURS};profile="a,b"`,
  `${OURS};ext="x", ${OURS}`,
  `${OURS}; charset=utf-8, ${OURS};profile="x"`,
  '*/*',
  'text/html, application/*;q=0.1',
  'application/json',
])('an answer is taken by %s', (accept) => expect(statusOf(() => checkAccept(accept))).toBe(200));

test.each([
  `${OURS}; charset=utf-8`,
  `${OURS}; charset=utf-8, */*`,
  `${OURS};ext="https://example.com/a,b", text/html`,
  `${OURS}; q=0`,
  `${OURS}; q=0.000, */*`,
  'text/html',
  'text/html, */*; q=0',
])('an answer is not taken by %s', (accept) => expect(statusOf(() => checkAccept(accept))).toBe(406));
