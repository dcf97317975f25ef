import { startKendo, type Kendo } from '../../support/kendo.ts';
import { Scene, type Issue, type Notification } from '../../support/scene.ts';

interface Counts {
  readonly unread: number;
  readonly unseen: number;
  readonly version: number;
}

/** What the native API has beside the seed: paging, counts, threads, archive, conditional requests. */
describe('the native inbox', () => {
  let kendo: Kendo;
  let scene: Scene;
  let issues: Issue[];
  /** Alice's rows, newest first: six comments of Bob's, three on each of two issues. */
  let rows: Notification[];

  beforeAll(async () => {
    kendo = await startKendo();
    scene = new Scene(kendo);
    issues = [await scene.issue('alice'), await scene.issue('alice')];
    for (const issue of [...issues, ...issues, ...issues]) await scene.comment('bob', issue);
    for (const issue of issues) await scene.rowsWhen('alice', issue, 3);
    rows = (await list('')).body;
  });
  afterAll(() => kendo?.stop());

  const list = (query: string) => kendo.as('alice').get<Notification[]>(`/api/notifications${query}`);
  const ids = (some: readonly Notification[]) => some.map(({ id }) => id);
  const counts = async () => (await kendo.as('alice').get<Counts>('/api/notifications/counts')).body;
  const change = async (call: string, notification_ids?: number[]) => {
    const body = notification_ids && { notification_ids };
    expect((await kendo.as('alice').post(`/api/notifications/${call}`, body)).status).toBe(204);
  };

  test('a bare array, newest first', () => {
    expect(rows).toHaveLength(6);
    expect(ids(rows)).toEqual([...ids(rows)].sort((a, b) => b - a));
  });

  test('pages by key, both ways, and says where the next one is', async () => {
    const first = await list('?limit=4');
    expect(ids(first.body)).toEqual(ids(rows.slice(0, 4)));
    const [, next] = /<([^>]+)>; rel="next"/.exec(String(first.headers['link'])) ?? [];

    const second = await kendo.as('alice').get<Notification[]>(String(next));
    expect(ids(second.body)).toEqual(ids(rows.slice(4)));
    expect(second.headers['link']).toBeUndefined();

    const newer = await list(`?limit=2&after=${rows[4]?.id}`);
    expect(ids(newer.body)).toEqual(ids(rows.slice(2, 4)));
  });

  test('filters by type, project, and what is unread', async () => {
    await change('bulk-read', ids(rows.slice(0, 1)));
    expect(ids((await list('?unread=1')).body)).toEqual(ids(rows.slice(1)));
    expect(ids((await list('?unread=false')).body)).toEqual(ids(rows.slice(0, 1)));
    expect((await list('?type=2')).body).toHaveLength(6);
    expect((await list('?type=4')).body).toEqual([]);
    expect((await list(`?project_id=${scene.project.id}`)).body).toHaveLength(6);
    expect((await list('?project_id=999999')).body).toEqual([]);
    await change('bulk-unread', ids(rows.slice(0, 1)));
  });

  test.each([
    'limit=0',
    'limit=201',
    'limit=ten',
    'limit=1&limit=2',
    'before=-1',
    'after=1.5',
    'unread=maybe',
    'type=x',
    'project_id=99999999999999999999',
  ])('?%s is refused in the shape of Laravel', async (query) => {
    const { status, body } = await kendo.as('alice').get<{ errors: object }>(`/api/notifications?${query}`);

    expect([status, Object.keys(body.errors)]).toEqual([422, [query.split('=')[0]]]);
  });

  test('reading implies seeing; seeing does not read', async () => {
    expect(await counts()).toMatchObject({ unread: 6, unseen: 5, capped: false });
    await change('seen');
    expect(await counts()).toMatchObject({ unread: 6, unseen: 0 });
  });

  test('the version changes with every change and with nothing else', async () => {
    const versions = [(await counts()).version];
    for (const call of ['bulk-read', 'bulk-archive', 'bulk-unarchive', 'bulk-unread']) {
      await change(call, ids(rows.slice(0, 2)));
      versions.push((await counts()).version);
      await change(call, ids(rows.slice(0, 2)));
      expect((await counts()).version).toBe(versions.at(-1));
    }

    expect(new Set(versions).size).toBe(5);
    expect(versions).toEqual([...versions].sort((a, b) => a - b));
  });

  test('an archived row is out of the inbox and its counts until asked for', async () => {
    const archived = ids(rows.slice(0, 1));
    await change('bulk-archive', archived);

    expect(ids((await list('')).body)).toEqual(ids(rows.slice(1)));
    expect(ids((await list('?archived=1')).body)).toEqual(archived);
    expect(await counts()).toMatchObject({ unread: 5 });
    await change('bulk-unarchive', archived);
  });

  test('a client that has it already gets 304', async () => {
    const { headers } = await list('');
    expect(headers['cache-control']).toBe('private, no-cache');
    expect(headers['vary']).toContain('Authorization');
    const known = { 'if-none-match': String(headers['etag']) };

    const again = await kendo.as('alice').get('/api/notifications', undefined, known);
    expect([again.status, again.body]).toEqual([304, '']);

    await change('bulk-read', ids(rows.slice(5)));
    expect((await kendo.as('alice').get('/api/notifications', undefined, known)).status).toBe(200);
  });

  test('threads: one entry per target, with what is unread and who acted', async () => {
    const { body } = await kendo.as('alice').get<object[]>('/api/notifications/threads');

    expect(body).toHaveLength(2);
    expect(body[0]).toMatchObject({
      notifiable: { type: 'issue', id: issues[1]?.id },
      unread: 3,
      important: false,
      actors: [{ id: scene.idOf('bob'), first_name: 'Bob' }],
      newest: { id: rows[0]?.id },
    });
    expect(body[1]).toMatchObject({ notifiable: { id: issues[0]?.id }, unread: 2 });
  });

  test('threads are paged by key', async () => {
    const first = await kendo.as('alice').get<object[]>('/api/notifications/threads?limit=1');
    const [, next] = /<([^>]+)>; rel="next"/.exec(String(first.headers['link'])) ?? [];
    const second = await kendo.as('alice').get<object[]>(String(next));

    expect(second.body).toHaveLength(1);
    expect(second.body).not.toEqual(first.body);
  });

  test('a thread is dismissed when all its rows are archived, and something new brings it back', async () => {
    const [, second] = issues as [Issue, Issue];
    const about = ids(await scene.rows('alice', second));
    await change('bulk-archive', about);
    const threads = () => kendo.as('alice').get<object[]>('/api/notifications/threads');
    expect((await threads()).body).toHaveLength(1);

    await scene.comment('bob', second);
    await scene.rowsWhen('alice', second, 1);
    expect((await threads()).body).toMatchObject([{ unread: 1, notifiable: { id: second.id } }, {}]);
  });

  test('all or nothing: one id that is not mine refuses the call, and nothing tells whether it exists', async () => {
    const [bobs] = await bobsRows();
    const mine = ids(await scene.rows('alice', issues[0] as Issue));
    for (const foreign of [bobs, 999_999_999]) {
      const answer = await kendo
        .as('alice')
        .post('/api/notifications/bulk-delete', { notification_ids: [mine[0], foreign] });
      expect(answer.status).toBe(422);
      expect(answer.body).toEqual({
        message: 'The selected notification_ids.1 is invalid.',
        errors: { 'notification_ids.1': ['The selected notification_ids.1 is invalid.'] },
      });
    }
    expect(ids(await scene.rows('alice', issues[0] as Issue))).toEqual(mine);
  });

  async function bobsRows(): Promise<number[]> {
    const issue = await scene.issue('alice', { assignee_id: scene.idOf('bob') });
    return ids(await scene.rowsWhen('bob', issue, 1));
  }

  test('a delete that is repeated is a 204, and of what was never mine it is not', async () => {
    const [issue] = issues as [Issue];
    const [gone] = ids(await scene.rows('alice', issue));
    const [bobs] = await bobsRows();
    await change('bulk-delete', [gone as number]);
    await change('bulk-delete', [gone as number]);

    expect(ids(await scene.rows('alice', issue))).not.toContain(gone);
    const notification_ids = [gone, bobs];
    const answer = await kendo.as('alice').post('/api/notifications/bulk-delete', { notification_ids });
    expect(answer.status).toBe(422);
  });

  test('read-all reads all', async () => {
    await change('read-all');
    expect(await counts()).toMatchObject({ unread: 0, unseen: 0 });
  });

  test('a viewer may look and choose, but change nothing; a member may', async () => {
    const dave = kendo.as('dave');
    expect((await dave.get('/api/notifications')).status).toBe(200);
    for (const call of [
      'bulk-read',
      'bulk-unread',
      'bulk-delete',
      'bulk-archive',
      'bulk-unarchive',
      'read-all',
      'seen',
    ]) {
      const { status, body } = await dave.post(`/api/notifications/${call}`, {});
      expect([call, status, body]).toEqual([call, 403, { message: 'This action is unauthorized.' }]);
    }
  });

  test.each([
    [{}, 'notification_ids', 'The notification ids field is required.'],
    [{ notification_ids: [] }, 'notification_ids', 'The notification ids field must have at least 1 items.'],
    [{ notification_ids: 'all' }, 'notification_ids', 'The notification ids field must be an array.'],
    [
      { notification_ids: [1, 'x'] },
      'notification_ids.1',
      'The notification_ids.1 field must be an integer.',
    ],
    [{ notification_ids: [1.5] }, 'notification_ids.0', 'The notification_ids.0 field must be an integer.'],
  ])('%j is refused', async (input, field, sentence) => {
    const { status, body } = await kendo.as('alice').post('/api/notifications/bulk-read', input);

    expect([status, body]).toEqual([422, { message: sentence, errors: { [field]: [sentence] } }]);
  });
});
