import { gzipSync } from 'node:zlib';
import { fastify } from 'fastify';
import { acceptBodies } from './request-bodies.js';

const server = fastify();
acceptBodies(server);
for (const url of ['/', '/unsubscribe/1']) {
  server.post(url, (request) => ({ body: request.body ?? 'none' }));
}

async function post(contentType: string | undefined, payload: string | Buffer, url = '/') {
  const headers = contentType === undefined ? {} : { 'content-type': contentType };
  const { statusCode, json } = await server.inject({ method: 'POST', url, headers, payload });
  return statusCode === 200 ? json<{ body: unknown }>().body : statusCode;
}

it.each([
  ['application/json', '{"a":1}', { a: 1 }],
  ['application/json; charset=utf-8', '["é"]', ['é']],
  ['application/json', '', 'none'],
  ['application/json', ' \n', 'none'],
  ['application/json', '{"a":', 400],
  ['application/json', '{"__proto__":{}}', 400],
  ['application/json', Buffer.from([0x22, 0xff, 0x22]), 400],
  ['application/vnd.api+json', '{"a":1}', { a: 1 }],
  ['application/vnd.api+json', '', 'none'],
  ['application/vnd.api+json', '{"a":', 400],
  ['application/x-www-form-urlencoded', 'a=1', 415],
  ['multipart/form-data; boundary=x', '--x--', 415],
  ['text/plain', 'hello', 415],
  ['application/xml', '<a/>', 415],
  [undefined, '{"a":1}', 415],
  ['application/x-www-form-urlencoded', '', 'none'],
  ['text/plain', '', 'none'],
])('%s with %j', async (type, payload, expected) => {
  expect(await post(type, payload)).toEqual(expected);
});

it.each([
  ['{"a":', 'The body is not valid JSON.'],
  ['{"a":{"__proto__":{}}}', 'The body has a key that is refused: "__proto__" or "constructor".'],
])('%s is told from what else is wrong', async (payload, message) => {
  const headers = { 'content-type': 'application/vnd.api+json' };
  const { json } = await server.inject({ method: 'POST', url: '/', headers, payload });
  expect(json()).toMatchObject({ message });
});

it.each([
  ['gzip', gzipSync('{"a":1}'), 415],
  ['gzip', '{"a":1}', 415],
  ['br, identity', '{"a":1}', 415],
  ['Identity', '{"a":1}', 200],
])('under Content-Encoding: %s', async (encoding, payload, status) => {
  const headers = { 'content-type': 'application/json', 'content-encoding': encoding };
  expect((await server.inject({ method: 'POST', url: '/', headers, payload })).statusCode).toBe(status);
});

it.each([
  ['/unsubscribe/1', 'application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
  ['/unsubscribe/1', 'multipart/form-data; boundary=x', '--x--'],
  ['/%75nsubscribe/1', 'multipart/form-data; boundary=x', '--x--'],
])('at %s, which is an unsubscribe link, %s is not read', async (url, type, payload) => {
  expect(await post(type, payload, url)).toBe('none');
});
