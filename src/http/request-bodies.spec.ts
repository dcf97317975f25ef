import { fastify } from 'fastify';
import { acceptBodies } from './request-bodies.js';

const server = fastify();
acceptBodies(server);
server.post('/', (request) => ({ body: request.body ?? 'none' }));

async function post(contentType: string | undefined, payload: string | Buffer) {
  const headers = contentType === undefined ? {} : { 'content-type': contentType };
  const { statusCode, json } = await server.inject({ method: 'POST', url: '/', headers, payload });
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
  ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click', 'none'],
  ['multipart/form-data; boundary=x', '--x--', 'none'],
  ['text/plain', 'hello', 415],
  ['application/xml', '<a/>', 415],
  [undefined, '{"a":1}', 415],
])('%s with %j', async (type, payload, expected) => {
  expect(await post(type, payload)).toEqual(expected);
});
