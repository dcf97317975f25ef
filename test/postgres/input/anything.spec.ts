import fc from 'fast-check';
import { describedRoutes, queryOf } from '../../support/api-description.ts';
import { callOf, type Call } from '../../support/calls.ts';
import type { Answer } from '../../support/http-client.ts';
import { startKendo, type Kendo } from '../../support/kendo.ts';
import { sendRaw } from '../../support/raw-request.ts';
import { NATIVE_ROUTES, ROUTES } from '../../support/routes.ts';
import { furnish, notify, type Things } from '../../support/things.ts';
import { rightEvents } from './right-events.ts';
import { anyHeader, anyJson, anyText, atMark, MARK, markedTexts } from './anything.ts';

const EVENTS = 'POST /api/events';
const TAKING_BODY = NATIVE_ROUTES.filter((name) => ROUTES[name]?.body && name !== EVENTS);
const NAMING = NATIVE_ROUTES.filter((name) => name.includes('{'));
const HEADERS = [
  'idempotency-key',
  'if-none-match',
  'accept-language',
  'x-request-id',
  'content-type',
  'host',
];
const SEED = 20_261_120;

/** Anything in any place is taken or refused in Laravel's shape; never is it a fault of the server. */
describe('anything', () => {
  let kendo: Kendo;
  let things: Things;

  beforeAll(async () => {
    kendo = await startKendo({ settings: { TOKEN_RATE_LIMIT: '1000000' } });
    things = await furnish(kendo, { slug: 'acme', owner: 'alice', members: ['bob'], prefix: 'AC' });
  });
  afterAll(() => kendo?.stop());

  const send = ({ method, path, body }: Call, headers?: Readonly<Record<string, string>>) =>
    kendo.as('alice').send(method, path, body, headers);

  function expectAnswer({ status, headers, body }: Answer): void {
    expect(status).toBeGreaterThanOrEqual(200);
    expect(status).toBeLessThan(500);
    if (status < 400) return;
    expect(headers['content-type']).toContain('application/json');
    expect(body).toHaveProperty('message', expect.stringMatching(/./));
    if (status === 422) expect(body).toHaveProperty('errors', expect.any(Object));
  }

  const check = <Value>(
    numRuns: number,
    values: fc.Arbitrary<Value>,
    call: (value: Value) => Promise<Answer>,
  ) =>
    fc.assert(
      fc.asyncProperty(values, async (value) => expectAnswer(await call(value))),
      { numRuns, seed: SEED },
    );

  test('in any field of a body', async () => {
    const bodies = TAKING_BODY.flatMap((name) => {
      const call = callOf(name, things);
      return markedTexts(call.body).map((text) => ({ ...call, text }));
    });

    await check(250, fc.tuple(fc.constantFrom(...bodies), anyJson), ([{ text, ...call }, json]) =>
      send({ ...call, body: atMark(text, json) }),
    );
  });

  test('in any field of an event', async () => {
    const events = rightEvents(things).flatMap(markedTexts);
    const call = callOf(EVENTS, things);

    await check(250, fc.tuple(fc.constantFrom(...events), anyJson, fc.boolean()), ([text, json, many]) => {
      const body = atMark(text, json);
      return send({ ...call, body: many ? `[${body}]` : body });
    });
  });

  test('in any query', async () => {
    const described = await describedRoutes(kendo);
    const routes = NATIVE_ROUTES.flatMap((name) =>
      queryOf(described.get(name)).map((parameter) => ({ call: callOf(name, things), parameter })),
    );

    await check(120, fc.tuple(fc.constantFrom(...routes), anyText), ([{ call, parameter }, text]) =>
      send({ ...call, path: `${call.path}?${parameter}=${encodeURIComponent(text)}` }),
    );
  });

  test('in any path', async () => {
    const paths = NAMING.flatMap((name) =>
      [...name.matchAll(/\{\w+\}/g)].map(([parameter]) => ({
        name,
        path: callOf(name.replace(parameter, MARK), things).path,
      })),
    );

    await check(120, fc.tuple(fc.constantFrom(...paths), anyText), ([{ name, path }, text]) =>
      send({ ...callOf(name, things), path: path.replace(MARK, () => encodeURIComponent(text)) }),
    );
  });

  test('in any header', async () => {
    const [event] = rightEvents(things);

    await check(100, fc.tuple(fc.constantFrom(...HEADERS), anyHeader), ([name, text]) =>
      send({ ...callOf(EVENTS, things), body: event }, { [name]: text }),
    );
  });

  test('in any bytes', async () => {
    const bodies = fc.oneof(
      fc.uint8Array(),
      anyJson.map((text) => Buffer.from(text)),
    );

    await check(100, fc.tuple(fc.constantFrom(EVENTS, ...TAKING_BODY), bodies), ([name, bytes]) => {
      const { method, path } = callOf(name, things);
      const { token = '' } = kendo.demo.tenants[0]?.users[0] ?? {};
      const headers = {
        host: 'acme.localhost',
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      };
      return sendRaw(kendo.port, { method, path, headers, body: Buffer.from(bytes) });
    });
  });

  test('all that was taken of it has been fanned out', async () => {
    expect((await notify(kendo, 'acme', 'carol')).notification).toBeGreaterThan(0);
  });
});
