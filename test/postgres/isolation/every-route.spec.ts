import { describedRoutes } from '../../support/api-description.ts';
import { ABSENT, furnish, notify, type Things } from '../../support/things.ts';
import { callOf, comparable, placesOf, send, type Place } from '../../support/calls.ts';
import type { Client } from '../../support/http-client.ts';
import { startKendo, type Kendo } from '../../support/kendo.ts';
import { dialectOf, pathNameOf, ROUTES } from '../../support/routes.ts';
import { stateOf } from '../../support/state.ts';
import { userOf } from '../../support/demo.ts';

const GUARDED = Object.keys(ROUTES).filter((name) => !ROUTES[name]?.isPublic);
const NAMING = GUARDED.filter((name) => placesOf(name).length > 0);
const REFUSED = [403, 404, 422];
/** Everybody may see colleagues and teams. */
const isHidden = ({ kind }: Place) => kind !== 'user' && kind !== 'team';
/** Whoever may send events speaks for the whole tenant. */
const NAMING_HIDDEN = NAMING.filter((name) => name !== 'POST /api/events' && placesOf(name).some(isHidden));

/** Each route, as strangers call it, and with ids of what is not the caller's. None of it leaks or changes a thing. */
describe('every route', () => {
  let kendo: Kendo;
  let acme: Things;
  let globex: Things;
  let bobs: Things;
  /** In a project of acme's that bob is not in, and a notification of carol's. */
  let hidden: Things;
  let before: unknown;

  beforeAll(async () => {
    kendo = await startKendo({ settings: { WRONG_TOKEN_RATE_LIMIT: '100000' } });
    acme = await furnish(kendo, { slug: 'acme', owner: 'alice', members: ['carol', 'bob'], prefix: 'AC' });
    globex = await furnish(kendo, { slug: 'globex', owner: 'gina', members: ['hugo'], prefix: 'GX' });
    const elsewhere = await furnish(kendo, {
      slug: 'acme',
      owner: 'alice',
      members: ['carol'],
      prefix: 'HID',
    });
    hidden = { ...elsewhere, ...(await notify(kendo, 'acme', 'carol')) };
    bobs = { ...acme, ...(await notify(kendo, 'acme', 'bob')) };
    before = await stateOf(kendo);
  });
  afterAll(() => kendo?.stop());

  test('stands in the table', async () => {
    const names = new Set(Object.keys(ROUTES).map(pathNameOf));
    expect([...names].sort()).toEqual([...(await describedRoutes(kendo)).keys()].sort());
  });

  const tokenOf = (handle: string, slug: string) => userOf(kendo.demo, slug, handle).token;
  const answer = async (client: Client, name: string) => comparable(await send(client, callOf(name, acme)));

  test.each(GUARDED)('%s: refused without a token of this tenant', async (name) => {
    const { noToken, wrongToken } = dialectOf(name);
    const nonsense = await answer(kendo.withToken(`1|${'x'.repeat(40)}`), name);

    expect(nonsense).toMatchObject(wrongToken);
    expect(await answer(kendo.withToken(null), name)).toMatchObject(noToken);
    for (const [token, slug] of [
      [tokenOf('gina', 'globex'), 'acme'],
      [tokenOf('alice', 'acme'), 'globex'],
    ] as const) {
      expect(await answer(kendo.withToken(token, slug), name)).toEqual(nonsense);
    }
  });

  test.each(GUARDED)('%s: 404 where no tenant is, whatever the token', async (name) => {
    const right = tokenOf('alice', 'acme');
    for (const [token, slug] of [
      [null, 'nobody'],
      [right, 'nobody'],
      [right, 'acme.globex'],
    ] as const) {
      expect(await answer(kendo.withToken(token, slug), name)).toMatchObject(dialectOf(name).noTenant);
    }
  });

  const cannotTell = async (client: Client, name: string, place: Place, own: Things, other: Things) => {
    const foreign = await send(client, callOf(name, own, place, other));
    const absent = await send(client, callOf(name, own, place, ABSENT));

    expect([place, comparable(foreign)]).toEqual([place, comparable(absent)]);
    expect(ROUTES[name]?.absent ?? REFUSED).toContain(dialectOf(name).statusOf(foreign));
  };

  test.each(NAMING)("%s: another tenant's is as good as absent", async (name) => {
    for (const place of placesOf(name)) {
      await cannotTell(kendo.as('alice'), name, place, acme, globex);
      await cannotTell(kendo.as('gina', 'globex'), name, place, globex, acme);
    }
  });

  test.each(NAMING_HIDDEN)("%s: another person's is as good as absent", async (name) => {
    for (const place of placesOf(name).filter(isHidden)) {
      await cannotTell(kendo.as('bob'), name, place, bobs, hidden);
    }
  });

  test('captured mail has no page where mail leaves', async () => {
    for (const path of ['/mails', '/mails/none', '/mails/none/html']) {
      expect([path, (await kendo.as('alice').get(path)).status]).toEqual([path, 404]);
    }
  });

  test('nothing has changed', async () => {
    expect(await stateOf(kendo)).toEqual(before);
  });
});
