import { userOf } from '../../../support/demo.ts';
import type { Client } from '../../../support/http-client.ts';
import { startKendo, type Kendo } from '../../../support/kendo.ts';
import { Scene, type Issue } from '../../../support/scene.ts';
import { Clients } from './clients.ts';
import type { Document, Resource } from './seed-003.ts';

const PATH = '/api/v2/notifications';

/** The resource is the thread: what becomes of it as its rows change hands, through this dialect and the native one. */
describe("threads in Productive's dialect", () => {
  let kendo: Kendo;
  let scene: Scene;
  let alice: Client;
  let clients: Clients;

  beforeAll(async () => {
    kendo = await startKendo();
    scene = new Scene(kendo);
    alice = kendo.as('alice');
    clients = await Clients.project(kendo, 'Client');
  });
  afterAll(() => kendo?.stop());

  const list = async (query = '') => (await alice.get<Document>(`${PATH}${query}`)).body;
  const resources = async (query = '') => (await list(query)).data as Resource[];
  const threadOf = async (issue: Issue) =>
    (await resources()).find(({ attributes }) => attributes['target_id'] === issue.id);
  const native = async (call: string, notification_ids: number[]) => {
    expect((await alice.post(`/api/notifications/${call}`, { notification_ids })).status).toBe(204);
  };
  const patch = async (id: string | undefined, action: string) => {
    const { status, body } = await alice.patch<Document>(`${PATH}/${id}/${action}`);
    expect(status).toBe(200);
    return (body.data as Resource).attributes;
  };

  /** An issue of alice's that bob commented on so many times; her rows, oldest first. */
  async function commented(times: number): Promise<{ issue: Issue; ids: number[] }> {
    const issue = await scene.issue('alice');
    for (let time = 0; time < times; time += 1) await scene.comment('bob', issue, `Comment ${time}`);
    const ids = (await scene.rowsWhen('alice', issue, times)).map(({ id }) => id).reverse();
    return { issue, ids };
  }

  test('counts follow the rows, whoever changes them, and the id stays', async () => {
    const { issue, ids } = await commented(3);
    const [first = 0, second = 0, third = 0] = ids;
    const id = (await threadOf(issue))?.id;
    const expectState = async (unread: number, firstUnread: number | null, state: object) => {
      const { attributes, ...thread } = (await threadOf(issue)) ?? {};
      expect(thread).toMatchObject({ id });
      expect(attributes).toMatchObject({
        new_activities_count: unread,
        first_unread_activity_id: firstUnread,
        ...state,
      });
    };

    await expectState(3, first, { read: false, dismissed: false });
    await native('bulk-read', [first]);
    await expectState(2, second, { read: false });
    await native('bulk-unread', [first]);
    await expectState(3, first, { read: false });
    await native('bulk-archive', [first, second]);
    await expectState(1, third, { read: false, dismissed: false });
    await native('bulk-read', [third]);
    await expectState(0, null, { read: true, dismissed: false, excerpt: 'Comment 2' });
    await native('bulk-delete', [third]);
    await expectState(0, null, { read: false, dismissed: true, excerpt: 'Comment 1' });
    await scene.comment('carol', issue, 'And another one');
    const [fourth] = await scene.rowsWhen('alice', issue, 1);
    await expectState(1, fourth?.id ?? 0, { read: false, dismissed: false, excerpt: 'And another one' });
  });

  test('dismiss, undismiss and read change every row, for the native dialect too', async () => {
    const { issue, ids } = await commented(2);
    const id = (await threadOf(issue))?.id;
    const rows = async () => (await scene.rows('alice', issue)).map((row) => row.read_at !== null);

    expect(await patch(id, 'dismiss')).toMatchObject({ dismissed: true, read: false });
    expect(await rows()).toEqual([]);
    expect(await patch(id, 'undismiss')).toMatchObject({ dismissed: false, new_activities_count: 2 });
    expect(await rows()).toEqual([false, false]);
    await native('bulk-archive', ids.slice(0, 1));
    expect(await patch(id, 'read')).toMatchObject({ dismissed: false, read: true, new_activities_count: 0 });
    expect(await patch(id, 'undismiss')).toMatchObject({ read: true });
    expect(await rows()).toEqual([true, true]);
  });

  test('what is repeated is a no-op, which no version counts', async () => {
    const { issue } = await commented(1);
    const id = (await threadOf(issue))?.id;
    const version = async () =>
      (await alice.get<{ version: number }>('/api/notifications/counts')).body.version;

    for (const action of ['read', 'dismiss', 'undismiss']) {
      const before = await version();
      await patch(id, action);
      expect([action, await version()]).toEqual([action, before + 1]);
      await patch(id, action);
      expect([action, await version()]).toEqual([action, before + 1]);
    }
  });

  test('a dismissed target returns when something new happens on it', async () => {
    const { issue } = await commented(1);
    const thread = await threadOf(issue);
    await patch(thread?.id, 'dismiss');
    await scene.comment('bob', issue, 'New');
    await scene.rowsWhen('alice', issue, 1);

    expect(await threadOf(issue)).toMatchObject({
      id: thread?.id,
      attributes: { dismissed: false, new_activities_count: 1, excerpt: 'New' },
    });
  });

  test('a thread whose rows are all deleted is absent until there is a new one', async () => {
    const { issue, ids } = await commented(1);
    const id = (await threadOf(issue))?.id;
    await native('bulk-delete', ids);

    expect(await threadOf(issue)).toBeUndefined();
    for (const answer of [await alice.get(`${PATH}/${id}`), await alice.patch(`${PATH}/${id}/read`)]) {
      expect(answer.status).toBe(404);
    }
    await scene.comment('bob', issue);
    await scene.rowsWhen('alice', issue, 1);
    expect(await threadOf(issue)).toMatchObject({ id });
  });

  test('says what happened last: the verb, the change, the newest comment, who did it', async () => {
    const { issue } = await commented(1);
    const target = `task <b>#${Number(issue.key.slice(3))}: ${issue.title}</b> on <b>Mobile App</b>`;
    const expectNext = async (count: number, attributes: object) => {
      await scene.rowsWhen('alice', issue, count);
      expect((await threadOf(issue))?.attributes).toMatchObject(attributes);
    };

    await expectNext(1, { title: `commented on ${target}`, changeset: [], important: false });
    await scene.change('bob', issue, { lane_id: scene.laneOf(issue, 'Done') });
    const change = { field: 'lane', from: 'Backlog', to: 'Done' };
    await expectNext(2, { title: `moved ${target}`, changeset: [change], excerpt: 'Comment 0' });
    await scene.change('bob', issue, { assignee_id: scene.idOf('alice') });
    const assignee = { field: 'assignee', from: null, to: 'Alice Johnson' };
    await expectNext(3, { title: `assigned ${target}`, changeset: [assignee], important: true });
    await scene.change('bob', issue, { assignee_id: null });
    await expectNext(4, { title: `unassigned ${target}`, mention: false });
    await scene.comment('bob', issue, `@alice ${'é😀'.repeat(150)}`);
    const excerpt = `@alice ${'é😀'.repeat(150)}`;
    await expectNext(5, {
      title: `mentioned you in ${target}`,
      mention: true,
      excerpt: [...excerpt].slice(0, 200).join(''),
      made_by_automation: false,
    });
    const [thread] = await resources('?include=actor');
    expect(thread?.relationships['actor']).toEqual({
      data: { type: 'people', id: String(scene.idOf('bob')) },
    });
  });

  /** An event of another product for alice, and the thread that it made. */
  async function outside(event: object): Promise<Resource | undefined> {
    await clients.raise(event);
    return (await resources())[0];
  }

  test('what has no subject is named by its message; nobody is automation', async () => {
    const event = { type: 'backup.done', message: 'Backup <done> & "safe"', actor_id: null };

    expect((await outside(event))?.attributes).toMatchObject({
      target_id: null,
      target_type: null,
      title: 'done <b>Backup &lt;done&gt; &amp; &quot;safe&quot;</b>',
      made_by_automation: true,
    });
  });

  test('what has no title is named by its message, and found by its type', async () => {
    const recipient = userOf(kendo.demo, 'acme', 'alice').uuid;
    const item = { recipient, subject: 'Release <2.0>', collection: 'My Coll/Ö <i>', item: '5' };
    expect((await alice.post('/notifications', item)).status).toBe(200);

    const [thread, ...others] = await resources(`?filter[type]=${encodeURIComponent('my coll/Ö <I>')}`);
    expect(others).toEqual([]);
    expect(thread?.attributes).toMatchObject({
      target_type: 'My Coll/Ö <i>',
      target_title: 'Release <2.0>',
      title: 'notified you about My Coll/Ö &lt;i&gt; <b>Release &lt;2.0&gt;</b>',
    });
  });

  test('markup of any kind is text', async () => {
    const hostile = `<script>alert('1')</script>`;
    const subject = { type: 'invoice', id: 'A-<i>', title: hostile };
    const parent = { type: 'task', id: 5, title: hostile };
    const root = { type: 'task', id: '7' };
    const escaped = '<b>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;</b>';

    expect((await outside({ type: 'invoice.paid', subject, parent, root }))?.attributes).toMatchObject({
      target_id: 'A-<i>',
      target_type: 'invoice',
      target_title: hostile,
      parent_id: 5,
      parent_type: 'task',
      title: `paid invoice ${escaped} on ${escaped}`,
      root_id: 7,
      root_type: 'task',
    });
  });

  test('who may only look may not change, and nobody finds what is not theirs', async () => {
    const { issue } = await commented(1);
    const id = (await threadOf(issue))?.id;
    const title = (status: string) => ({ errors: [expect.objectContaining({ status })] });

    for (const action of ['dismiss', 'undismiss', 'read']) {
      const viewer = await kendo.as('dave').patch(`${PATH}/${id}/${action}`);
      expect([viewer.status, viewer.body]).toEqual([403, title('403')]);
      const stranger = await kendo.as('bob').patch(`${PATH}/${id}/${action}`);
      expect([stranger.status, stranger.body]).toEqual([404, title('404')]);
    }
    for (const other of [
      `${PATH}/999999999`,
      `${PATH}/${id}x`,
      `${PATH}/0${id}`,
      `${PATH}/99999999999999999999`,
    ]) {
      expect([other, (await alice.get(other)).status]).toEqual([other, 404]);
    }
    expect((await kendo.as('gina', 'globex').get(`${PATH}/${id}`)).status).toBe(404);
    for (const filter of [`filter[id]=${id}`, `filter[project_id]=${scene.project.id}&filter[id]=${id}`]) {
      expect((await kendo.as('bob').get<Document>(`${PATH}?${filter}`)).body.data).toEqual([]);
    }
    expect(await threadOf(issue)).toMatchObject({ attributes: { dismissed: false, read: false } });
  });
});
