import {
  aggregate,
  createDirectus,
  createNotification,
  createNotifications,
  deleteNotification,
  deleteNotifications,
  isDirectusError,
  readMe,
  readNotification,
  readNotifications,
  rest,
  staticToken,
  updateMe,
  updateNotification,
  updateNotifications,
  updateNotificationsBatch,
  withSearch,
} from '@directus/sdk';
import { userOf } from '../../support/demo.ts';
import { startKendo, type Kendo } from '../../support/kendo.ts';
import { localFetch } from '../../support/local-fetch.ts';

/** The official client as it is, its notification commands and those for the person's own switch. */
describe('@directus/sdk', () => {
  let kendo: Kendo;
  let recipient: string;

  beforeAll(async () => {
    kendo = await startKendo();
    recipient = userOf(kendo.demo, 'acme', 'bob').uuid;
  });
  afterAll(() => kendo?.stop());

  const clientOf = (handle: string) =>
    createDirectus(`http://acme.localhost:${kendo.port}`, { globals: { fetch: localFetch } })
      .with(staticToken(userOf(kendo.demo, 'acme', handle).token))
      .with(rest());

  const make = (subject: string) => clientOf('alice').request(createNotification({ recipient, subject }));

  test('createNotification, readNotification', async () => {
    const made = await make('One');

    expect(made).toMatchObject({ recipient, subject: 'One', status: 'inbox' });
    expect(await clientOf('bob').request(readNotification(made.id))).toEqual(made);
  });

  test('createNotifications, readNotifications with fields, filter, sort and limit', async () => {
    const drafts = ['Alpha', 'Beta', 'Gamma'].map((subject) => ({ recipient, subject: `Many ${subject}` }));
    await clientOf('alice').request(createNotifications(drafts));

    const found = await clientOf('bob').request(
      readNotifications({
        fields: ['subject', { recipient: ['first_name'] }],
        filter: { subject: { _starts_with: 'Many ' } },
        sort: ['-subject'],
        limit: 2,
      }),
    );

    expect(found).toEqual([
      { subject: 'Many Gamma', recipient: { first_name: 'Bob' } },
      { subject: 'Many Beta', recipient: { first_name: 'Bob' } },
    ]);
    const searched = readNotifications({ fields: ['subject'], search: 'many a' });
    expect(await clientOf('bob').request(withSearch(searched))).toEqual([{ subject: 'Many Alpha' }]);
  });

  test('updateNotification, updateNotifications, updateNotificationsBatch', async () => {
    const [first, second] = [await make('First'), await make('Second')];
    const bob = clientOf('bob');

    expect(await bob.request(updateNotification(first.id, { status: 'archived' }))).toMatchObject({
      id: first.id,
      status: 'archived',
    });
    const keys = [first.id, second.id];
    const archived = await bob.request(
      updateNotifications(keys, { status: 'archived' }, { fields: ['id', 'status'] }),
    );
    expect(archived).toEqual(keys.map((id) => ({ id, status: 'archived' })));
    const batch = [
      { id: first.id, status: 'inbox' },
      { id: second.id, subject: 'Last' },
    ];
    expect(
      await clientOf('alice').request(updateNotificationsBatch(batch, { fields: ['status', 'subject'] })),
    ).toEqual([
      { status: 'inbox', subject: 'First' },
      { status: 'archived', subject: 'Last' },
    ]);
  });

  test('deleteNotification, deleteNotifications', async () => {
    const made = [await make('Gone'), await make('Gone'), await make('Gone')];
    const [first, ...others] = made.map(({ id }) => id);

    await clientOf('alice').request(deleteNotification(first ?? 0));
    await clientOf('alice').request(deleteNotifications(others));

    const gone = readNotifications({ filter: { subject: { _eq: 'Gone' } } });
    expect(await clientOf('bob').request(gone)).toEqual([]);
  });

  test('aggregate', async () => {
    const counted = {
      aggregate: { count: '*' },
      groupBy: ['status'],
      query: { filter: { subject: { _eq: 'Counted' } } },
    } as const;
    await make('Counted');
    await make('Counted');

    const answer = await clientOf('bob').request(
      aggregate('directus_notifications' as never, counted as never),
    );

    expect(answer).toEqual([{ status: 'inbox', count: '2' }]);
  });

  test('readMe, updateMe', async () => {
    const carol = clientOf('carol');
    const { uuid: id, email } = userOf(kendo.demo, 'acme', 'carol');

    expect(await carol.request(readMe({ fields: ['id', 'email', 'email_notifications'] }))).toEqual({
      id,
      email,
      email_notifications: true,
    });
    expect(await carol.request(updateMe({ email_notifications: false }))).toMatchObject({
      email_notifications: false,
    });
    expect((await kendo.as('carol').get('/api/profile')).body).toMatchObject({ email_notifications: false });
  });

  test('an error is one of Directus', async () => {
    const refusal: unknown = await clientOf('bob')
      .request(createNotification({ recipient, subject: 'No' }))
      .catch((error: unknown) => error);

    expect(isDirectusError(refusal)).toBe(true);
    expect(refusal).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  });
});
