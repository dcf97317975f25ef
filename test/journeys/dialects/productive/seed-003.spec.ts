import Kitsu from 'kitsu';
import { tenantOf, userOf } from '../../../support/demo.ts';
import { startKendo, type Kendo } from '../../../support/kendo.ts';
import { Clients } from './clients.ts';
import {
  ANSWERED_TYPE,
  DEVIATIONS,
  EXAMPLES,
  GIVEN,
  HEADERS,
  type Document,
  type Example,
  type Happening,
  type Resource,
} from './seed-003.ts';

/** Seed 003's clock is an hour ahead of UTC in March. */
const TIMEZONE = 'Europe/Zagreb';
const TASK_AT = '2026-03-16T05:08:24.488+01:00';
const TODO_AT = '2026-03-18T05:08:25.180+01:00';
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$/;

/** Kitsu's own types say `any`. */
type KitsuAnswer = { readonly data: readonly { readonly id: string }[] };

/** Every example of seed 003, as it stands there, and the generic client that speaks JSON:API. */
describe('seed 003', () => {
  let kendo: Kendo;

  beforeAll(async () => {
    kendo = await startKendo();
    await kendo.as('alice').patch('/api/profile', { timezone: TIMEZONE });
  });
  afterAll(() => kendo?.stop());
  beforeEach(() => Clients.clear(kendo));

  const send = (method: string, path: string) =>
    kendo.as('alice').send<Document>(method, path, undefined, HEADERS);
  const threads = async () => (await send('GET', '/api/v2/notifications')).body.data as Resource[];

  /** The first resource of an example is what its project and its todo are called after. */
  const sampleOf = ({ answer }: Example) => [answer.data].flat()[0]?.attributes;

  async function happen(clients: Clients, example: Example, what: Happening): Promise<void> {
    const about = sampleOf(example);
    const isAfter = example.path.includes('date_after');
    const [task, todo] = isAfter ? [TODO_AT, TASK_AT] : [TASK_AT, TODO_AT];
    /* Where it is not the example's own it is another one each time: a thread that was emptied keeps its times. */
    const todoId = about?.['target_type'] === 'todo' ? Number(about['target_id']) : clients.issue.id;
    if (what === 'task') await clients.task(task);
    if (what === 'todo') await clients.todo(todoId, todo);
    if (what === 'mention') await mentionAndForget(clients);
    if (what === 'dismiss') await send('PATCH', `/api/v2/notifications/${(await threads())[0]?.id}/dismiss`);
  }

  /** That alice was mentioned stays on the thread for good. */
  async function mentionAndForget(clients: Clients): Promise<void> {
    const params = {
      comment_id: 1,
      text: 'Here, @alice',
      mentioned: [userOf(kendo.demo, 'acme', 'alice').id],
    };
    const subject = { type: 'task', id: clients.issue.id, title: 'Ticket title' };
    await clients.raise({ type: 'issue.commented', subject, params, message: undefined });
    await clients.change(
      'bulk-delete',
      (await clients.rows()).map(({ id }) => id),
    );
  }

  /** What the example would have answered here: its ids are ours, everything else is its own. */
  function here(
    { name, answer }: Example,
    thread: Resource | undefined,
    { projectId, issue }: Clients,
  ): Document {
    const resource = (sample: Resource) => ({
      ...sample,
      id: String(thread?.id),
      attributes: {
        ...sample.attributes,
        ...(sample.attributes['target_type'] === 'task' && { target_id: issue.id }),
        parent_id: sample.attributes['parent_type'] === 'project' ? projectId : issue.id,
        first_unread_activity_id: expect.any(Number),
        last_action_at: sample.attributes['last_action_at'] ?? expect.stringMatching(TIME),
        ...DEVIATIONS[name],
      },
      relationships: {
        organization: { data: { type: 'organizations', id: String(tenantOf(kendo.demo, 'acme').id) } },
        actor: { meta: { included: false } },
        owner: {
          data: { type: 'organization_memberships', id: String(userOf(kendo.demo, 'acme', 'alice').id) },
        },
      },
    });
    const link = (url: string) =>
      url
        .replace('http://api-test.productive.io', `http://acme.localhost:${kendo.port}`)
        .replace(/(project_id%5D=)\d+/, `$1${projectId}`);
    const { data, links, meta } = answer;
    return {
      data: Array.isArray(data) ? data.map(resource) : resource(data as Resource),
      ...(links && {
        links: Object.fromEntries(Object.entries(links).map(([key, url]) => [key, link(url)])),
      }),
      meta,
    };
  }

  test.each(EXAMPLES)('$name: $method $path', async (example) => {
    const clients = await Clients.project(
      kendo,
      (sampleOf(example)?.['parent_title'] as string | undefined) ?? 'Any',
    );
    for (const what of GIVEN[example.name] ?? ['task']) await happen(clients, example, what);
    const [thread] = (await threads()).filter(
      ({ attributes }) => attributes['target_type'] === sampleOf(example)?.['target_type'],
    );
    const path = example.path
      .replace(/\/\d+/, `/${thread?.id}`)
      .replace(/(project_id]=)\d+/, `$1${clients.projectId}`);

    const { status, headers, body } = await send(example.method, path);

    expect([status, headers['content-type']]).toEqual([200, ANSWERED_TYPE]);
    expect(body).toEqual(here(example, thread, clients));
    const keys = (document: Document) =>
      [document.data].flat().map(({ attributes }) => Object.keys(attributes));
    expect(keys(body)).toEqual(keys(example.answer));
  });

  test('kitsu lists, shows, includes and patches', async () => {
    const clients = await Clients.project(kendo, 'Kitsu');
    await clients.task();
    await clients.todo(1);
    const { token } = userOf(kendo.demo, 'acme', 'alice');
    const kitsu = new Kitsu({
      baseURL: `http://127.0.0.1:${kendo.port}/api/v2`,
      headers: { host: `acme.localhost:${kendo.port}`, 'X-Auth-Token': token },
    });

    const list: KitsuAnswer = await kitsu.get('notifications', {
      params: {
        include: 'actor,owner,organization',
        filter: { type: 'Task', dismissed: false },
        fields: { people: 'first_name' },
        page: { number: 1, size: 1 },
      },
    });
    expect(list).toMatchObject({
      meta: { total_count: 1 },
      data: [
        {
          type: 'notifications',
          title: 'created task <b>#1: Ticket title</b> on <b>Kitsu</b>',
          actor: { data: { type: 'people', first_name: 'Carol' } },
          owner: { data: { first_name: 'Alice', email: 'alice@acme.example', timezone: TIMEZONE } },
          organization: { data: { name: 'Acme' } },
        },
      ],
    });
    const id = list.data[0]?.id;

    const request = (action: string) =>
      kitsu.request({
        method: 'PATCH',
        url: `notifications/${id}/${action}`,
        type: 'notifications',
        body: { id },
      });
    expect(await request('dismiss')).toMatchObject({ data: { id, dismissed: true } });
    expect(await kitsu.get(`notification/${id}`)).toMatchObject({
      data: { id, dismissed: true, read: false },
    });
    expect(await request('read')).toMatchObject({ data: { id, read: true } });
    await expect(kitsu.get('notifications', { params: { filter: { colour: 'red' } } })).rejects.toMatchObject(
      {
        errors: [{ status: '400', source: { parameter: 'filter[colour]' } }],
      },
    );
  });
});
