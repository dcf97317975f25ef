import { describedRoutes, queryOf, type Operation } from '../../support/api-description.ts';
import { callOf, send, type Call } from '../../support/calls.ts';
import type { Client } from '../../support/http-client.ts';
import { startKendo, type Kendo } from '../../support/kendo.ts';
import { dialectOf, NATIVE_ROUTES, ROUTES } from '../../support/routes.ts';
import { furnish, notify, type Things } from '../../support/things.ts';

const REFUSALS = { 403: 'This action is unauthorized.', 404: 'Not found.' };

/** In the order of the table: an admin, a member, a viewer, a member of no project; then a service. */
const PEOPLE = ['alice', 'bob', 'dave', 'erin'];
const NAMES = Object.keys(ROUTES);
const IN_PROJECT = NAMES.filter((name) => name.includes('{project}'));
/** Those that may take input, in the body or in the query. */
const ASKING = NATIVE_ROUTES.filter((name) => name.startsWith('GET') || ROUTES[name]?.body);
const NONSENSE = [['nonsense']];

/** Role × action, as `ROUTES` has it. */
describe('roles', () => {
  let kendo: Kendo;
  let described: ReadonlyMap<string, Operation>;
  let things: Things;
  let hidden: Things;
  let callers: { client: Client; own: Things }[];

  beforeAll(async () => {
    kendo = await startKendo();
    described = await describedRoutes(kendo);
    const members = ['carol', 'bob', 'dave'] as const;
    things = await furnish(kendo, { slug: 'acme', owner: 'alice', members, prefix: 'AC' });
    hidden = await furnish(kendo, { slug: 'acme', owner: 'alice', members: ['carol'], prefix: 'HID' });
    callers = [];
    for (const handle of PEOPLE) {
      const own = { ...things, ...(await notify(kendo, 'acme', handle)) };
      callers.push({ client: kendo.as(handle), own });
    }
    callers.push({ client: kendo.asService(), own: things });
  });
  afterAll(() => kendo?.stop());

  const answersTo = (name: string, change: (call: Call) => Call = (call) => call) =>
    Promise.all(callers.map(({ client, own }) => send(client, change(callOf(name, own)))));

  test.each(ASKING)('%s: permission is judged before input', async (name) => {
    const answers = await answersTo(name, ({ method, path, body }) => ({
      method,
      path: `${path}?limit=nonsense`,
      body: body && NONSENSE,
    }));
    const takesInput = ROUTES[name]?.body ?? queryOf(described.get(name)).includes('limit');

    for (const [index, due] of (ROUTES[name]?.answers ?? []).entries()) {
      const { status, body } = answers[index] ?? {};
      if (due === 403 || due === 404) expect([status, body]).toEqual([due, { message: REFUSALS[due] }]);
      else expect([due, status]).toEqual([due, takesInput ? 422 : due]);
    }
  });

  test.each(IN_PROJECT)('%s: who is no member hears 404, and not what they may not do', async (name) => {
    for (const handle of ['bob', 'dave']) {
      const { status, body } = await send(kendo.as(handle), callOf(name, hidden));
      expect([handle, status, body]).toEqual([handle, 404, { message: REFUSALS[404] }]);
    }
  });

  /* After those that change nothing, since these do. */
  test.each(NAMES)('%s', async (name) => {
    const answers = await answersTo(name);

    expect(answers.map(dialectOf(name).statusOf)).toEqual(ROUTES[name]?.answers);
  });
});
