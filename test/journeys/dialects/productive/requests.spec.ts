import { tenantOf, userOf } from '../../../support/demo.ts';
import type { Answer, Client, Headers } from '../../../support/http-client.ts';
import { startKendo, type Kendo } from '../../../support/kendo.ts';
import { Clients } from './clients.ts';
import { ANSWERED_TYPE, type Document, type Resource } from './seed-003.ts';
import { WRONG_QUERIES } from './wrong-queries.ts';

const PATH = '/api/v2/notifications';
const JSON_API = 'application/vnd.api+json';
type Errors = { readonly errors: readonly { status: string; detail: string; source?: object }[] };

/** What may be asked for and how, and what is said to what may not. */
describe("requests in Productive's dialect", () => {
  let kendo: Kendo;
  let alice: Client;
  let clients: Clients;
  /** Three threads of alice's: a task, a todo and a second one, a day between them; the newest comes first. */
  let threads: Resource[];

  beforeAll(async () => {
    kendo = await startKendo({ settings: { TRUSTED_PROXY: '127.0.0.1' } });
    alice = kendo.as('alice');
    clients = await Clients.project(kendo, 'Client');
    await clients.todo(2, '2026-03-18T04:08:25.180Z');
    await clients.task('2026-03-16T04:08:24.488Z');
    await clients.todo(1, '2026-03-17T10:00:00Z');
    threads = (await list('')).data as Resource[];
  });
  afterAll(() => kendo?.stop());

  const list = async (query: string, headers?: Headers) =>
    (await alice.get<Document & { included?: Resource[] }>(`${PATH}${query}`, undefined, headers)).body;
  const titles = async (query: string) =>
    ((await list(query)).data as Resource[]).map(
      ({ attributes }) => `${String(attributes['target_type'])} ${String(attributes['target_id'])}`,
    );

  function expectErrors({ status, headers, body }: Answer<Errors>, due: number, source?: object): void {
    expect([status, headers['content-type']]).toEqual([due, ANSWERED_TYPE]);
    expect(body.errors.length).toBeGreaterThan(0);
    for (const error of body.errors) {
      expect(error).toMatchObject({ status: String(due), detail: expect.stringMatching(/./) });
      expect(error.source).toEqual(source);
    }
  }

  test('the latest action comes first, or the earliest', async () => {
    const task = `task ${clients.issue.id}`;
    expect(await titles('')).toEqual(['todo 2', 'todo 1', task]);
    expect(await titles('?sort=-last_action_at')).toEqual(['todo 2', 'todo 1', task]);
    expect(await titles('?sort=last_action_at')).toEqual([task, 'todo 1', 'todo 2']);
  });

  test('filters, combined freely', async () => {
    const [newest, middle, oldest] = threads.map(({ id }) => id);
    const task = `task ${clients.issue.id}`;
    await alice.patch(`${PATH}/${middle}/dismiss`);
    for (const [query, expected] of [
      [`filter[id]=${oldest},${newest},999999`, ['todo 2', task]],
      ['filter[type]=todo', ['todo 2', 'todo 1']],
      ['filter[type]=TASK,Deal', [task]],
      ['filter[type]=issue', [task]],
      ['filter[type]=Deal', []],
      ["filter[type]=Task';%20DROP%20TABLE%20notifications;%20--", []],
      ['filter[dismissed]=true', ['todo 1']],
      ['filter[dismissed]=0', ['todo 2', task]],
      ['filter[important]=1', []],
      ['filter[important]=false&filter[type]=Task', [task]],
      [`filter[project_id]=${clients.projectId}&filter[type]=Todo&filter[dismissed]=false`, ['todo 2']],
      ['filter[project_id]=999999', []],
      ['filter[date_after]=2026-03-17&filter[date_before]=2026-03-18', ['todo 1']],
      ['filter[after]=2026-03-17&filter[before]=2026-03-18', ['todo 1']],
      ['filter[after]=2026-03-01&filter[date_after]=2026-03-18&filter[before]=2026-04-01', ['todo 2']],
      ['filter[after]=2026-03-16T05:08:24.487+01:00&filter[before]=2026-03-16T05:08:24.489%2B01:00', [task]],
      ['filter[date_before]=2026-03-16T04:08:24.488Z', []],
      ['filter[date_before]=9999-12-31&filter[date_after]=1000-01-01&filter[type]=Task', [task]],
    ] as const) {
      expect([query, await titles(`?${query}`)]).toEqual([query, expected]);
    }
    await alice.patch(`${PATH}/${middle}/undismiss`);
  });

  test('a date begins where the person is, and times are told there', async () => {
    const set = (timezone: string) => alice.patch('/api/profile', { timezone });
    const at = async () => (await list('?filter[type]=Task')).data as Resource[];
    await set('Pacific/Honolulu');
    expect((await at())[0]?.attributes['last_action_at']).toBe('2026-03-15T18:08:24.488-10:00');
    expect(await titles('?filter[date_before]=2026-03-16')).toEqual([`task ${clients.issue.id}`]);
    await set('UTC');
    expect((await at())[0]?.attributes['last_action_at']).toBe('2026-03-16T04:08:24.488+00:00');
    expect(await titles('?filter[date_before]=2026-03-16')).toEqual([]);
  });

  test('pages say where the others are', async () => {
    const { links, meta, data } = await list('?sort=last_action_at&page[size]=1&page[number]=2');
    const link = (number: number) =>
      `http://acme.localhost:${kendo.port}${PATH}?sort=last_action_at&page%5Bnumber%5D=${number}&page%5Bsize%5D=1`;

    expect(links).toEqual({ first: link(1), last: link(3), prev: link(1), next: link(3) });
    expect(meta).toMatchObject({ current_page: 2, total_pages: 3, total_count: 3 });
    expect(data).toEqual(threads.slice(1, 2));
    const beyond = await list('?page[number]=9007199254740991&page[size]=1000');
    expect([beyond.data, beyond.meta]).toMatchObject([[], { total_count: 3, page_size: 200 }]);
    const behindProxy = await list('', { 'x-forwarded-proto': 'https' });
    expect(behindProxy.links?.['first']).toMatch(/^https:\/\/acme\.localhost/);
  });

  test('what is included comes once; sparse fieldsets leave out the rest', async () => {
    const { data, included } = await list(
      '?include=actor,organization,actor&fields[notifications]=title,actor&fields[people]=last_name',
    );
    const carol = String(userOf(kendo.demo, 'acme', 'carol').id);
    const actor = { data: { type: 'people', id: carol } };

    expect(data).toEqual(
      threads.map(({ id, type, attributes: { title } }) => ({
        id,
        type,
        attributes: { title },
        relationships: { actor },
      })),
    );
    const { id, name, url } = tenantOf(kendo.demo, 'acme');
    expect(included).toEqual([
      { type: 'people', id: carol, attributes: { last_name: 'Davis' } },
      { type: 'organizations', id: String(id), attributes: { name, url } },
    ]);
    const none = await list('?filter[type]=Deal&include=actor,owner');
    expect([none.data, none.included]).toEqual([[], []]);
    const one = await alice.get<Document>(`${PATH}/${threads[0]?.id}?fields[notifications]=`);
    expect(one.body).toEqual({
      data: { id: threads[0]?.id, type: 'notifications', attributes: {}, relationships: {} },
      meta: {},
    });
  });

  test.each(WRONG_QUERIES)('%s=%s is a 400 that names the parameter', async (parameter, value) => {
    const query = [parameter, value].map(encodeURIComponent).join('=');

    const answer = await alice.get<Errors>(`${PATH}?${query}`);

    expectErrors(answer, 400, { parameter });
    for (const { detail } of answer.body.errors) expect(detail).toMatch(/^(The|There) .+\.$/);
  });

  test('what is given twice, or cannot be decoded, is a 400 as well', async () => {
    const refused = (query: string) => alice.get<Errors>(`${PATH}?${query}`);
    expectErrors(await refused('filter[id]=1&filter%5Bid%5D=2'), 400, { parameter: 'filter[id]' });
    for (const text of ['%', '%ff', '%c0%80', '%ed%a0%80', '%zz']) {
      expectErrors(await refused(`filter[type]=${text}`), 400, { parameter: 'filter[type]' });
      expectErrors(await refused(`${text}=1`), 400, { parameter: text });
      expectErrors(await alice.get<Errors>(`${PATH}/${text}`), 400);
    }
    const several = await refused('sort=x&page[size]=0&a=1');
    expect(several.body.errors.map(({ source }) => source)).toEqual(
      ['sort', 'page[size]', 'a'].map((parameter) => ({ parameter })),
    );
    for (const query of ['filter[id]=1', 'sort=last_action_at', 'page[size]=1']) {
      const answer = await alice.get<Errors>(`${PATH}/${threads[0]?.id}?${query}`);
      expectErrors(answer, 400, { parameter: query.split('=')[0] });
    }
  });

  test('media types and documents that are not JSON:API', async () => {
    const id = threads[0]?.id;
    const read = (document: unknown, type = JSON_API) =>
      alice.patch<Errors>(`${PATH}/${id}/read`, document, { 'content-type': type });

    const named = { data: { type: 'notifications', id } };
    for (const document of [undefined, '', {}, { data: null }, { data: {} }, named]) {
      expect((await read(document)).status).toBe(200);
    }
    expectErrors(await read(undefined, `${JSON_API}; charset=utf-8`), 415);
    expectErrors(await alice.get<Errors>(PATH, undefined, { 'content-type': `${JSON_API}; ext="x"` }), 415);
    const refused = await alice.get<Errors>(PATH, undefined, { accept: `${JSON_API}; version=1` });
    expectErrors(refused, 406);
    expect(refused.headers['vary']).toContain('Accept');
    expectErrors(await read({ data: { type: 'notifications', id: '7777' } }), 400, { pointer: '/data/id' });
    expectErrors(await read('{"data":'), 400);
    expectErrors(await read('x'.repeat(1024 * 1024 + 1)), 413);
  });

  test('the token in X-Auth-Token or as a Bearer, at the organization of the host', async () => {
    const { token } = userOf(kendo.demo, 'acme', 'alice');
    const [acme, globex] = kendo.demo.tenants;
    const nobody = kendo.withToken(null);
    const get = (client: Client, headers?: Headers) => client.get<Errors>(PATH, undefined, headers);

    expect((await get(nobody, { 'x-auth-token': token })).status).toBe(200);
    expect((await get(alice, { 'x-organization-id': String(acme?.id) })).status).toBe(200);
    for (const id of [String(globex?.id), '0', 'acme', '']) {
      expectErrors(await get(alice, { 'x-organization-id': id }), 403);
    }
    expectErrors(await get(nobody), 401);
    expectErrors(await get(nobody, { 'x-auth-token': `${token}x` }), 401);
    expectErrors(await get(kendo.withToken(token, 'nowhere')), 404);
    expectErrors(await get(kendo.asService()), 403);
  });

  test('other paths and methods answer in the same shape', async () => {
    expectErrors(await alice.get<Errors>('/api/v2/tasks'), 404);
    const answer = await alice.delete<Errors>(`${PATH}/${threads[0]?.id}`);
    expectErrors(answer, 405);
    expect(answer.headers['allow']).toBe('GET, HEAD');
  });

  test('an answer is kept for nobody else', async () => {
    const { headers } = await alice.get(PATH);
    expect(headers['cache-control']).toBe('private, no-cache');
    expect(headers['vary']).toContain('X-Auth-Token');
  });

  test('nothing of it has changed a thread', async () => {
    const read = { read: true, new_activities_count: 0, first_unread_activity_id: null };
    const [first, ...others] = threads;
    expect((await list('')).data).toEqual([
      { ...first, attributes: { ...first?.attributes, ...read } },
      ...others,
    ]);
  });
});
