import { describedRoutes, queryOf } from '../../support/api-description.ts';
import { callOf, send } from '../../support/calls.ts';
import { userOf } from '../../support/demo.ts';
import { startKendo, type Kendo } from '../../support/kendo.ts';
import { NATIVE_ROUTES } from '../../support/routes.ts';
import { Scene, type Issue, type Notification } from '../../support/scene.ts';
import { ABSENT, furnish, notify, type Things } from '../../support/things.ts';

/** A member has no id but the person's. */
type Row = { readonly id?: number; readonly user_id: number };

/** What is one person's, or one tenant's, beside what can be named in a path or a body. */
describe('inboxes and lists', () => {
  let kendo: Kendo;
  let acme: Things;
  let globex: Things;

  beforeAll(async () => {
    kendo = await startKendo();
    acme = await furnish(kendo, { slug: 'acme', owner: 'alice', members: ['carol', 'bob'], prefix: 'AC' });
    globex = await furnish(kendo, { slug: 'globex', owner: 'gina', members: ['hugo'], prefix: 'GX' });
    for (const handle of ['alice', 'bob', 'alice']) await notify(kendo, 'acme', handle);
  });
  afterAll(() => kendo?.stop());

  const inbox = async (handle: string, slug = 'acme') =>
    (await kendo.as(handle, slug).get<Notification[]>('/api/notifications?limit=200')).body;

  test('a cursor is a number, whatever it may be the id of', async () => {
    const described = await describedRoutes(kendo);
    const routes = NATIVE_ROUTES.filter((name) => queryOf(described.get(name)).includes('after'));
    expect(routes.length).toBeGreaterThan(8);
    const ids = [...Object.values(globex), ...Object.values(ABSENT)].filter((id) => typeof id === 'number');

    for (const name of routes) {
      const call = callOf(name, acme);
      const list = async (query: string) => {
        const { body } = await send<Row[]>(kendo.as('alice'), { ...call, path: `${call.path}?${query}` });
        return body.map((row) => row.id ?? row.user_id);
      };
      const all = await list('limit=200');
      for (const id of new Set(ids)) {
        expect([name, await list(`before=${id}`)]).toEqual([name, all.filter((one) => one < id)]);
        expect([name, await list(`after=${id}`)]).toEqual([name, all.filter((one) => one > id)]);
      }
    }
  });

  test('no project but my own finds anything', async () => {
    const found = async (project: number) =>
      (await kendo.as('carol').get<Row[]>(`/api/notifications?project_id=${project}`)).body.length;

    expect(await found(acme.project)).toBeGreaterThan(0);
    expect([await found(globex.project), await found(ABSENT.project)]).toEqual([0, 0]);
  });

  test("another person's tag is never mine, even at the same version of the same page", async () => {
    const pages = ['/api/notifications', '/api/notifications/counts', '/api/notifications/threads'];
    for (const page of pages) {
      const people = [kendo.as('dave'), kendo.as('erin'), kendo.as('hugo', 'globex')];
      const tags = await Promise.all(
        people.map(async (person) => String((await person.get(page)).headers['etag'])),
      );

      expect(new Set(tags).size).toBe(people.length);
      for (const [index, person] of people.entries()) {
        const others = tags.filter((_, owner) => owner !== index).join(', ');
        const known = async (tag: string) =>
          (await person.get(page, undefined, { 'if-none-match': tag })).status;
        expect([await known(String(tags[index])), await known(others)]).toEqual([304, 200]);
      }
    }
  });

  test('an answer of the inbox is kept for nobody else', async () => {
    const { headers } = await kendo.as('alice').get('/api/notifications');

    expect(headers['cache-control']).toContain('private');
    expect(headers['vary']).toContain('Authorization');
  });

  test('whoever reads all, sees all or deletes, does so with their own', async () => {
    const others = () => Promise.all([inbox('bob'), inbox('carol'), inbox('gina', 'globex')]);
    const before = await others();
    const mine = (await inbox('alice')).map(({ id }) => id);

    await kendo.as('alice').post('/api/notifications/seen');
    await kendo.as('alice').post('/api/notifications/read-all');
    await kendo.as('alice').post('/api/notifications/bulk-delete', { notification_ids: mine });
    expect(await inbox('alice')).toEqual([]);
    expect(await others()).toEqual(before);
  });

  test('a key that both tenants have is an issue of each', async () => {
    const ours = await new Scene(kendo).issue('alice');
    const [project] = kendo.demo.tenants[1]?.projects ?? [];
    const gina = kendo.as('gina', 'globex');
    const base = `/api/projects/${project?.id}/issues`;
    const theirs = (await gina.post<Issue>(base, { title: 'Theirs' })).body;
    expect(theirs.key).toBe(ours.key);

    await gina.patch(`${base}/${ours.key}`, { title: 'Changed' });
    await gina.post(`${base}/${ours.key}/comments`, { body: 'Here, @alice and @hugo.' });
    await gina.post(`${base}/${ours.key}/watch`);
    const path = `/api/projects/${ours.project_id}/issues/${ours.key}`;
    const alice = kendo.as('alice');
    expect((await alice.get<Issue>(path)).body.title).toBe(ours.title);
    expect((await alice.get(`${path}/comments`)).body).toEqual([]);
    expect((await alice.get(`${path}/watch`)).body).toEqual({ watching: true });

    await notify(kendo, 'acme', 'alice');
    expect((await inbox('alice')).map(({ message }) => message)).toEqual(['For alice']);
  });

  test('a prefix that another tenant has is free', async () => {
    const answer = await kendo.as('alice').post('/api/projects', { name: 'Ours', prefix: 'GX' });

    expect(answer.status).toBe(201);
  });

  test('the people of a tenant are its own', async () => {
    for (const { slug, users } of kendo.demo.tenants) {
      const first = String(users[0]?.handle);
      const { body } = await kendo.as(first, slug).get<{ id: number; handle: string }[]>('/api/users');
      expect(body.map(({ id }) => id).sort()).toEqual(users.map(({ id }) => id).sort());
      for (const { handle, id } of body) expect(userOf(kendo.demo, slug, handle).id).toBe(id);
    }
  });
});
