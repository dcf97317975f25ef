import { fastify } from 'fastify';
import { refuseOtherMethods } from './allowed-methods.js';

const server = fastify();
refuseOtherMethods(server);
server.get('/api/users', () => 'all');
server.get('/api/users/:user', () => 'one');
server.post('/api/users/me', () => 'me');

it.each([
  ['POST', '/api/users?x=1', 405, 'GET, HEAD'],
  ['DELETE', '/api/users/7', 405, 'GET, HEAD'],
  ['DELETE', '/api/users/', 405, 'GET, HEAD'],
  ['OPTIONS', '/api/users', 200, 'GET, HEAD'],
  ['OPTIONS', '/api/nobody', 404, undefined],
  ['DELETE', '/api/users/me', 405, 'GET, HEAD, POST'],
  ['GET', '/api/users/7/posts', 404, undefined],
  ['GET', '/api/usersX', 404, undefined],
  ['GET', '/api/users/7', 200, undefined],
] as const)('%s %s is answered %d', async (method, url, status, allow) => {
  const answer = await server.inject({ method, url });
  expect(answer.statusCode).toBe(status);
  expect(answer.headers.allow).toBe(allow);
});
