import { bodySchema, describedRoutes, queryOf, type Operation } from '../../support/api-description.ts';
import { callOf, placesOf } from '../../support/calls.ts';
import type { Answer } from '../../support/http-client.ts';
import { startKendo, type Kendo } from '../../support/kendo.ts';
import { NATIVE_ROUTES, ROUTES } from '../../support/routes.ts';
import { stateOf } from '../../support/state.ts';
import { furnish, type Things } from '../../support/things.ts';
import { WRONG_BODIES, WRONG_IN_EVENTS } from './wrong-events.ts';
import { WRONG, WRONG_IN_PATH, WRONG_QUERY } from './wrong-values.ts';

type Refusal = { readonly message: string; readonly errors: Readonly<Record<string, readonly string[]>> };

const EVENTS = 'POST /api/events';
const TAKING_BODY = NATIVE_ROUTES.filter((name) => ROUTES[name]?.body && name !== EVENTS);
const NAMING = NATIVE_ROUTES.filter((name) => name.includes('{') && !ROUTES[name]?.isPublic);

/** Every field of every native route, with what it does not take. Each is a 422 that names it, and nothing is written. */
describe('fields', () => {
  let kendo: Kendo;
  let things: Things;
  let described: ReadonlyMap<string, Operation>;
  let before: unknown;

  beforeAll(async () => {
    kendo = await startKendo();
    things = await furnish(kendo, { slug: 'acme', owner: 'alice', members: ['bob'], prefix: 'AC' });
    described = await describedRoutes(kendo);
    before = await stateOf(kendo);
  });
  afterAll(() => kendo?.stop());

  /** The right body but for one field, as JSON text; `undefined` leaves it out. */
  function bodyWith(name: string, field: string, value: string | undefined): string {
    const fields = Object.entries(callOf(name, things).body ?? {}).map(([key, right]) => [
      key,
      JSON.stringify(right),
    ]);
    const changed = [
      ...fields.filter(([key]) => key !== field),
      ...(value === undefined ? [] : [[field, value]]),
    ];
    return `{${changed.map(([key, text]) => `${JSON.stringify(key)}:${text}`).join(',')}}`;
  }

  const send = (name: string, body: string) => {
    const { method, path } = callOf(name, things);
    return kendo.as('alice').send<Refusal>(method, path, body);
  };

  function expectRefusal({ status, body }: Answer<Refusal>, field: string, what: unknown): void {
    expect([what, status]).toEqual([what, 422]);
    const errors = Object.entries(body.errors);
    expect(body.message).toContain(errors[0]?.[1][0]);
    for (const [path, sentences] of errors) {
      expect([what, path.split('.')[0]]).toEqual([what, field]);
      expect(sentences.every((sentence) => /^[A-Z].+\.$/.test(sentence))).toBe(true);
    }
  }

  test.each(TAKING_BODY)('%s', async (name) => {
    const { properties = {}, required = [] } = bodySchema(described.get(name));
    expect(Object.keys(properties).length).toBeGreaterThan(0);

    for (const [field, { type = '', nullable, minItems }] of Object.entries(properties)) {
      const absent = required.includes(field) ? [undefined] : [];
      const wrong = (WRONG[type] ?? []).filter((value) => value !== '[]' || type !== 'array' || minItems);
      for (const value of [...absent, ...(nullable ? [] : ['null']), ...wrong]) {
        expectRefusal(await send(name, bodyWith(name, field, value)), field, [field, value?.slice(0, 80)]);
      }
    }
  });

  test.each(Object.keys(WRONG_IN_EVENTS))(`${EVENTS}: %s`, async (field) => {
    for (const value of WRONG_IN_EVENTS[field] ?? []) {
      const body = bodyWith(EVENTS, field, value);
      expectRefusal(await send(EVENTS, body), field, value.slice(0, 80));
      expectRefusal(await send(EVENTS, `[${body}]`), '0', value.slice(0, 80));
    }
  });

  test.each([EVENTS, ...TAKING_BODY])('%s: a body that is something else', async (name) => {
    for (const body of WRONG_BODIES) {
      const { status, body: answer } = await send(name, body);
      const isPatch = name.startsWith('PATCH') && ['null', '{}'].includes(body);
      expect([body, status]).toEqual([body, isPatch ? 200 : 422]);
      if (!isPatch) expect(Object.keys(answer.errors).length).toBeGreaterThan(0);
    }
  });

  test('queries', async () => {
    for (const name of NATIVE_ROUTES) {
      for (const parameter of queryOf(described.get(name))) {
        const { path } = callOf(name, things);
        const wrong = (WRONG_QUERY[parameter] ?? []).map((value) => `${parameter}=${value}`);
        expect([parameter, wrong.length > 0]).toEqual([parameter, true]);
        for (const query of [...wrong, `${parameter}=1&${parameter}=1`]) {
          const answer = await kendo.as('alice').get<Refusal>(`${path}?${query}`);
          expectRefusal(answer, parameter, [name, query]);
        }
      }
    }
  });

  test('the largest numbers are not too large', async () => {
    for (const query of ['before', 'after', 'type', 'project_id'].map((name) => `${name}=${2 ** 53 - 1}`)) {
      expect([query, (await kendo.as('alice').get(`/api/notifications?${query}`)).status]).toEqual([
        query,
        200,
      ]);
    }
  });

  test.each(NAMING)('%s: what is no id is the id of nothing', async (name) => {
    for (const { field } of placesOf(name).filter(({ of }) => of === 'path')) {
      for (const text of WRONG_IN_PATH) {
        const pattern = name.split(' ')[1]?.replace(`{${field}}`, text) ?? '';
        const { method, body } = callOf(name, things);
        const path = pattern.replace(/\{(\w+)\}/g, (_, other: keyof Things) => String(things[other]));
        const answer = await kendo.as('alice').send(method, path, body);
        expect([path, answer.status, answer.body]).toEqual([path, 404, { message: 'Not found.' }]);
      }
    }
  });

  test('nothing has changed', async () => {
    expect(await stateOf(kendo)).toEqual(before);
  });
});
