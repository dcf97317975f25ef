import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { describedRoutes } from '../../support/api-description.ts';
import { callOf, send } from '../../support/calls.ts';
import { userOf } from '../../support/demo.ts';
import { startKendo, type Kendo } from '../../support/kendo.ts';
import { sendRaw } from '../../support/raw-request.ts';
import { dialectOf, NATIVE_ROUTES, ROUTES } from '../../support/routes.ts';
import { stateOf } from '../../support/state.ts';
import { furnish, type Things } from '../../support/things.ts';
import { DEPTH, MIB, WRONG_BODIES, WRONG_LINES, type WrongBody } from './wrong-requests.ts';

const TAKING_BODY = Object.keys(ROUTES).filter((name) => ROUTES[name]?.body);
const ON_NO_ROUTE = ['TRACE', 'PUT', 'PROPFIND'];

/** Requests that are wrong as such: bytes, types, sizes, lines, methods. */
describe('requests', () => {
  let kendo: Kendo;
  let things: Things;
  let before: unknown;

  beforeAll(async () => {
    kendo = await startKendo();
    things = await furnish(kendo, { slug: 'acme', owner: 'alice', members: ['bob'], prefix: 'AC' });
    before = await stateOf(kendo);
  });
  afterAll(() => kendo?.stop());

  const headersOf = (handle: string | null) => ({
    host: 'acme.localhost',
    authorization: handle && `Bearer ${userOf(kendo.demo, 'acme', handle).token}`,
  });
  const sendBody = (name: string, what: string, handle: string | null = 'alice') => {
    const { method, path } = callOf(name, things);
    const { body = '', headers } = WRONG_BODIES[what] ?? {};
    const all = { ...headersOf(handle), 'content-type': 'application/json', ...headers };
    return sendRaw(kendo.port, { method, path, headers: all, body });
  };

  test.each(TAKING_BODY)('%s: a body that cannot be read', async (name) => {
    const { statusOf, messageOf } = dialectOf(name);
    const refuses = async ([what, { status }]: [string, WrongBody]) => {
      const answer = await sendBody(name, what);
      expect([what, messageOf(answer.body)]).toEqual([what, expect.stringMatching(/./)]);
      /* Elsewhere a body may be of other types, and what can be read is refused in the dialect's own way. */
      if (NATIVE_ROUTES.includes(name)) expect([what, answer.status]).toEqual([what, status]);
      else expect([what, Math.floor(statusOf(answer) / 100)]).toEqual([what, 4]);
    };
    /* At once: the server waits a while for each body that is too large. */
    await Promise.all(Object.entries(WRONG_BODIES).map(refuses));
  });

  test('it tells nobody anything: it is not read without a token, and all with one hear the same', async () => {
    const [create = ''] = TAKING_BODY.filter((name) => name.endsWith('/{project}/members'));
    for (const what of ['truncated', 'text', 'too large']) {
      const answers = [null, 'erin', 'bob', 'alice'].map((handle) => sendBody(create, what, handle));
      const [nobody, ...people] = (await Promise.all(answers)).map(({ status, body }) => ({ status, body }));
      expect(nobody).toEqual({ status: 401, body: { message: 'Unauthenticated.' } });
      for (const person of people)
        expect(person).toEqual({ ...people[0], status: WRONG_BODIES[what]?.status });
    }
  });

  test.each(TAKING_BODY)('%s: a megabyte of a stranger is not read', async (name) => {
    const { method, path } = callOf(name, things);
    const headers = { ...headersOf(null), 'content-type': 'application/json' };
    const { status, body } = await sendRaw(kendo.port, { method, path, headers, body: '['.repeat(MIB) });
    expect({ status, body }).toMatchObject(dialectOf(name).noToken);
  });

  test.each(
    WRONG_LINES.map(([status, path, headers]) => ({ status, path, headers, name: path.slice(0, 60) })),
  )('$status for $name', async ({ status, path, headers }) => {
    for (const method of ['GET', 'POST', 'DELETE']) {
      const answer = await sendRaw(kendo.port, {
        method,
        path,
        headers: { ...headersOf('alice'), ...headers },
      });
      const isOther = answer.status === 405 || answer.status === 400;
      expect([method, isOther && method !== 'GET' ? status : answer.status]).toEqual([method, status]);
      expect(answer.body).toHaveProperty('message', expect.stringMatching(/./));
    }
  });

  test.each([
    [431, `GET /api/users?${'x'.repeat(20_000)}`],
    [
      401,
      'POST /api/teams HTTP/1.1\r\nHost: acme.localhost\r\nConnection: close\r\nContent-Length: 1000000\r\n\r\n',
    ],
  ])('who sends on slowly when it is refused reads why, a %i', async (status, start) => {
    const socket = connect(kendo.port, '127.0.0.1').pause();
    const send = (text: string) =>
      new Promise<void>((sent, failed) => socket.write(text, (error) => (error ? failed(error) : sent())));
    await send(start);
    for (let piece = 0; piece < 50; piece += 1) {
      await setTimeout(1);
      await send('x'.repeat(20_000));
    }
    expect(await text(socket)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });

  test('a method that a path does not have is told so, with those it has', async () => {
    const routes = [...(await describedRoutes(kendo)).keys()];
    for (const name of routes) {
      const { method: known, path } = callOf(name, things);
      for (const method of [...ON_NO_ROUTE, 'OPTIONS']) {
        const answer = await sendRaw(kendo.port, { method, path, headers: headersOf('alice') });
        const due = method === 'OPTIONS' ? 200 : (dialectOf(name).noMethod ?? 405);
        expect([name, method, answer.status]).toEqual([name, method, due]);
        expect(String(answer.headers['allow']).toUpperCase().split(', ')).toContain(known);
      }
    }
  });

  test('HEAD answers as GET does, without the body', async () => {
    for (const name of Object.keys(ROUTES).filter((name) => name.startsWith('GET'))) {
      const call = callOf(name, things);
      const [get, head] = [
        await send(kendo.as('alice'), call),
        await send(kendo.as('alice'), { ...call, method: 'HEAD' }),
      ];
      expect([name, head.status, head.body]).toEqual([name, get.status, '']);
      /* How long the database took to answer may have one digit more. */
      const length = name === 'GET /health/ready' ? expect.any(String) : get.headers['content-length'];
      expect(head.headers['content-length']).toEqual(length);
    }
  });

  test('an Idempotency-Key has 1 to 255 characters, and what it stands for has an end', async () => {
    const event = { type: 'todo.created', message: 'New', recipients: [things.user] };
    const deep = JSON.stringify(event).replace('{', `{"more":${'['.repeat(DEPTH)}${']'.repeat(DEPTH)},`);
    for (const [key, body, field] of [
      ['', event, 'Idempotency-Key'],
      ['k'.repeat(256), event, 'Idempotency-Key'],
      ['k', deep, 'body'],
    ] as const) {
      const headers = { 'idempotency-key': key };
      const answer = await kendo.asService().post<{ errors: object }>('/api/events', body, headers);
      expect([answer.status, Object.keys(answer.body.errors)]).toEqual([422, [field]]);
    }
  });

  test('nothing has changed', async () => {
    expect(await stateOf(kendo)).toEqual(before);
  });

  test('a byte order mark is passed over, and of a key that comes twice the last one counts', async () => {
    const [bom, twice] = ['\ufeff{"name":"Marked"}', '{"name":"First","name":"Last"}'];
    for (const [body, name] of [
      [bom, 'Marked'],
      [twice, 'Last'],
    ] as const) {
      const answer = await kendo.as('alice').post('/api/teams', body);
      expect([answer.status, answer.body]).toEqual([201, expect.objectContaining({ name })]);
    }
  });
});
