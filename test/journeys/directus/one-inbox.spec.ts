import { userOf } from '../../support/demo.ts';
import { eventually } from '../../support/eventually.ts';
import { startKendo, type Kendo } from '../../support/kendo.ts';
import { Scene, type Notification } from '../../support/scene.ts';
import { type Item, Items, refusalOf } from './items.ts';

const STRANGER = '99999999-9999-4999-8999-999999999999';

/** What Directus' clients do is seen by all, and what they may do is little for most. */
describe('the inbox as Directus has it', () => {
  let kendo: Kendo;
  let items: Items;
  let scene: Scene;

  beforeAll(async () => {
    kendo = await startKendo();
    items = new Items(kendo);
    scene = new Scene(kendo);
  });
  afterAll(() => kendo?.stop());

  const nativeRow = async (handle: string, id: number) => {
    for (const archived of [false, true]) {
      const { body } = await kendo
        .as(handle)
        .get<(Notification & { body: string | null })[]>(`/api/notifications?limit=200&archived=${archived}`);
      const row = body.find((one) => one.id === id);
      if (row) return row;
    }
    return undefined;
  };

  test('one that is made is a direct message in the native inbox, archived ones in the archive', async () => {
    const made = await items.make('bob', {
      subject: 'Read me',
      message: 'It *matters*.',
      status: 'archived',
    });

    expect(await nativeRow('bob', made.id)).toMatchObject({
      type: 8,
      message: 'Read me',
      body: 'It *matters*.',
      actor: null,
      notifiable: null,
      archived_at: expect.any(String),
    });
  });

  test('it stands in the thread of the issue that it names, for who may read that', async () => {
    const issue = await scene.issue('alice', { assignee_id: scene.idOf('bob') });
    const [assigned] = await scene.rowsWhen('bob', issue, 1);
    const about = { subject: 'See this', collection: 'issues', item: String(issue.id) };

    const [seen, hidden] = [await items.make('bob', about), await items.make('erin', about)];

    const { key, title } = issue;
    expect(await nativeRow('bob', seen.id)).toMatchObject({
      thread_id: assigned?.thread_id,
      notifiable: { type: 'issue', id: issue.id, key, title, project_id: issue.project_id },
    });
    expect(await nativeRow('erin', hidden.id)).toMatchObject({
      notifiable: { type: 'issue', id: issue.id, key: null, title: '', project_id: null },
    });
  });

  test('any other collection is as it was given, and a blank subject is the first line of the message', async () => {
    for (const collection of ['project', 'posts']) {
      const given = { collection, item: String(items.issueProject) };
      const made = await items.make('bob', { ...given, subject: ' ', message: '\nThe figures\nare in.' });

      expect(made).toMatchObject({ ...given, subject: 'The figures' });
      expect(await nativeRow('bob', made.id)).toMatchObject({ message: 'The figures' });
    }
  });

  test('a state set here is seen natively, and one set natively here', async () => {
    const { id } = await items.make('bob', { subject: 'Back and forth' });
    const bob = kendo.as('bob');

    await bob.patch(`/notifications/${id}`, { status: 'archived' });
    expect((await nativeRow('bob', id))?.archived_at).not.toBeNull();
    await bob.post('/api/notifications/bulk-unarchive', { notification_ids: [id] });
    expect((await items.read(bob, id)).status).toBe('inbox');
  });

  test('what is rewritten for one recipient stays as it was for the others', async () => {
    const issue = await scene.issue('alice');
    await scene.watch('bob', issue);
    await scene.watch('carol', issue);
    await scene.comment('alice', issue, 'As it was.');
    const [bobs] = await scene.rowsWhen('bob', issue, 1);
    const [carols] = await scene.rowsWhen('carol', issue, 1);
    const id = bobs?.id ?? 0;
    const path = `/notifications/${id}`;
    expect(await items.read(kendo.as('bob'), id)).toMatchObject({
      sender: items.uuid('alice'),
      subject: bobs?.message,
      message: 'As it was.',
      collection: 'issues',
      item: String(issue.id),
    });

    const words = { subject: 'In other words', message: 'As it is.' };
    expect((await kendo.as('alice').patch(path, words)).body).toMatchObject({ data: words });
    await kendo.as('alice').patch(path, { sender: null, item: '1' });

    expect(await nativeRow('bob', id)).toMatchObject({
      type: 2,
      message: 'In other words',
      body: 'As it is.',
      actor: null,
      notifiable: { type: 'issue', id: 1 },
    });
    expect(await nativeRow('carol', carols?.id ?? 0)).toEqual({ ...carols, body: null });
    expect((await items.read(kendo.as('carol'), carols?.id ?? 0)).message).toBe('As it was.');
  });

  test('who gets it in the place of another has not seen it; the other has it no longer', async () => {
    const { id } = await items.make('bob', { subject: 'For somebody else' });
    await kendo.as('bob').post('/api/notifications/bulk-read', { notification_ids: [id] });

    await kendo.as('alice').patch(`/notifications/${id}`, { recipient: items.uuid('erin') });

    expect(await nativeRow('bob', id)).toBeUndefined();
    expect(await nativeRow('erin', id)).toMatchObject({ message: 'For somebody else', read_at: null });
  });

  test('of many none is made when one is refused, and every failed field is told', async () => {
    const [first, last] = [
      { subject: 'Whole' },
      { subject: 'x'.repeat(256), status: 'read', recipient: '7', sender: STRANGER },
    ];
    const count = async () => (await kendo.as('alice').get('/notifications?aggregate[count]=*')).body;
    const before = await count();

    const answer = await kendo
      .as('alice')
      .post('/notifications', [{ recipient: items.uuid('bob'), ...first }, { ...last }]);

    expect(refusalOf(answer)).toEqual([
      400,
      ...['FAILED_VALIDATION', 'INVALID_FOREIGN_KEY', 'VALUE_TOO_LONG', 'INVALID_FOREIGN_KEY'],
    ]);
    expect(await count()).toEqual(before);
  });

  test('who manages nothing reads their own, changes its status, and no more', async () => {
    const [mine, other] = [
      await items.make('bob', { subject: 'Mine' }),
      await items.make('carol', { subject: 'Hers' }),
    ];
    const bob = kendo.as('bob');
    const to = (id: number | string) => `/notifications/${id}`;
    const { body: all } = await bob.get<{ data: Item[] }>('/notifications?limit=-1');

    expect(new Set(all.data.map(({ recipient }) => recipient))).toEqual(new Set([items.uuid('bob')]));
    for (const id of [other.id, 999_999_999]) {
      expect(refusalOf(await bob.get(to(id)))).toEqual([403, 'FORBIDDEN']);
      expect(refusalOf(await bob.patch(to(id), { status: 'archived' }))).toEqual([403, 'FORBIDDEN']);
      expect(
        refusalOf(await bob.patch('/notifications', { keys: [mine.id, id], data: { status: 'archived' } })),
      ).toEqual([403, 'FORBIDDEN']);
    }
    expect(refusalOf(await bob.patch(to(mine.id), { subject: 'Ours' }))).toEqual([403, 'FORBIDDEN']);
    expect(refusalOf(await bob.delete(to(mine.id)))).toEqual([403, 'FORBIDDEN']);
    expect(
      refusalOf(await bob.post('/notifications', { recipient: items.uuid('bob'), subject: 'x' })),
    ).toEqual([403, 'FORBIDDEN']);
    expect(await items.read(bob, mine.id)).toEqual(mine);
  });

  test('nobody learns of others by filter, sort, search or field', async () => {
    await items.make('bob', { subject: 'From her', sender: items.uuid('carol') });
    const asked = (query: string) => kendo.as('bob').get<{ data: Item[] }>(`/notifications?${query}`);
    const ofHer = 'filter[subject][_eq]=From her&fields=id,sender.email'.replaceAll(' ', '%20');

    expect((await asked(ofHer)).body.data).toEqual([{ id: expect.any(Number), sender: null }]);
    expect((await asked('filter[sender][email][_contains]=carol')).body.data).toEqual([]);
    expect((await asked('filter[sender][email][_ncontains]=zzz')).body.data).toEqual([]);
    expect((await asked('fields=id,sender.handle')).status).toBe(403);
    expect((await asked('filter[sender][handle]=carol')).status).toBe(403);
    expect((await asked('sort=sender.handle')).status).toBe(403);
  });

  test('it is mailed as sanitised HTML when it is made, and never when it is changed', async () => {
    const message =
      'Hello **Erin**,\n[here](https://acme.example/x) <script>alert(1)</script> <img src=x onerror=1>';
    const { id } = await items.make('erin', { subject: 'Mailed', message });
    const mails = async () =>
      (await kendo.mailsTo('erin@acme.example')).filter(({ subject }) => subject === 'Mailed');
    const [mail] = await eventually(async () => {
      expect(await mails()).toHaveLength(1);
      return mails();
    });

    expect(mail?.html).toContain('Hello <strong>Erin</strong>');
    expect(mail?.html).toContain('<a href="https://acme.example/x">here</a>');
    expect(mail?.html).not.toMatch(/<script|alert\(1\)|<img|onerror/);
    expect(mail?.text).toContain('Hello **Erin**');

    await kendo.as('alice').patch(`/notifications/${id}`, { subject: 'Changed', message: 'Anew' });
    await items.make('erin', { subject: 'Mailed after that' });
    await eventually(async () => {
      expect((await kendo.mailsTo('erin@acme.example')).map(({ subject }) => subject)).toContain(
        'Mailed after that',
      );
    });
    expect((await kendo.mailsTo('erin@acme.example')).map(({ subject }) => subject)).not.toContain('Changed');
  });

  test("the master switch is the person's own, here as there", async () => {
    const erin = kendo.as('erin');
    const isOn = async () =>
      (await erin.get<{ email_notifications: boolean }>('/api/profile')).body.email_notifications;

    const { status, body } = await erin.patch('/users/me', { email_notifications: false });

    expect([status, body]).toMatchObject([200, { data: { email_notifications: false } }]);
    expect(await isOn()).toBe(false);
    expect(
      refusalOf(
        await erin.patch('/users/me', {
          email_notifications: 'no',
          language: 1,
          email: 'alice@acme.example',
        }),
      ),
    ).toEqual([400, 'FAILED_VALIDATION', 'FAILED_VALIDATION', 'FAILED_VALIDATION']);
    expect(refusalOf(await erin.patch('/users/me', { email: 'alice@acme.example' }))).toEqual([
      400,
      'FAILED_VALIDATION',
    ]);
    expect(refusalOf(await erin.get('/users/me?fields=password'))).toEqual([403, 'FORBIDDEN']);
    expect((await erin.get('/users/me?fields=*.*')).body).toEqual((await erin.get('/users/me')).body);
    await erin.patch('/users/me', { email_notifications: true });
  });

  test('a token may stand in the URL, and never in the log', async () => {
    const [, , carol] = kendo.demo.tenants[0]?.users ?? [];
    const anybody = kendo.withToken(null);
    const token = encodeURIComponent(carol?.token ?? '');

    expect((await anybody.get(`/notifications?access_token=${token}`)).status).toBe(200);
    expect(refusalOf(await anybody.get('/notifications?access_token=1%7Cx'))).toEqual([
      401,
      'INVALID_CREDENTIALS',
    ]);
    for (const [path, collection] of [
      ['/notifications', 'directus_notifications'],
      ['/users/me', 'directus_users'],
    ] as const) {
      const answer = await anybody.get(path);
      expect(refusalOf(answer)).toEqual([403, 'FORBIDDEN']);
      expect(JSON.stringify(answer.body)).toContain(collection);
    }
    expect(refusalOf(await kendo.as('bob').get(`/notifications?access_token=${token}`))).toEqual([
      400,
      'INVALID_PAYLOAD',
    ]);
    const secret = carol?.token.split('|')[1] ?? 'none';
    expect(kendo.output).not.toContain(secret);
  });

  test("another tenant's person is as unknown as nobody", async () => {
    const gina = userOf(kendo.demo, 'globex', 'gina').uuid;
    const nobody = STRANGER;
    const told = async (uuid: string, field: string) => {
      const body = { recipient: items.uuid('bob'), subject: 'Hello', [field]: uuid };
      const answer = await kendo.as('alice').post('/notifications', body);
      return JSON.stringify([answer.status, answer.body]).replaceAll(uuid, 'UUID');
    };

    for (const field of ['recipient', 'sender']) {
      expect(await told(gina, field)).toBe(await told(nobody, field));
      expect(await told(gina, field)).toContain('INVALID_FOREIGN_KEY');
    }
    const hers = kendo.as('alice').get(`/notifications?filter[recipient]=${gina}&meta=*&limit=0`);
    expect((await hers).body).toMatchObject({ meta: { filter_count: 0 } });
  });

  test.each([
    ['a filter', '{"query":{"filter":', '{"_and":[', ']}', '}}'],
    ['a value', '{"query":{"filter":{"subject":{"_eq":', '[', ']', '}}}}'],
    ['what is deep', '{"query":{"deep":{"sender":{"_filter":', '{"_or":[', ']}', '}}}}'],
    ['a key', '{"keys":[', '[', ']', ']}'],
    ['an alias', '{"query":{"alias":{"a":', '[', ']', '}}}'],
  ])('%s that is nested 20,000 times is refused', async (_, start, open, close, end) => {
    const times = 20_000;
    const body = start + open.repeat(times) + close.repeat(times) + end;

    const { status } = await kendo.as('bob').send('SEARCH', '/notifications', body);

    expect([400, 403]).toContain(status);
  });
});
