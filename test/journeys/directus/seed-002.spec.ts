import { startKendo, type Kendo } from '../../support/kendo.ts';
import { type Item, Items } from './items.ts';
import {
  CREATE_MANY,
  CREATE_ONE,
  OBJECT_SAMPLE,
  SEED_RECIPIENT,
  UPDATE_ONE,
  updateMany,
} from './seed-002.ts';

/** Every REST example of seed 002, as it stands there but for ids and the person. */
describe('seed 002', () => {
  let kendo: Kendo;
  let items: Items;

  beforeAll(async () => {
    kendo = await startKendo();
    items = new Items(kendo);
  });
  afterAll(() => kendo?.stop());

  const send = <Body>(method: string, path: string, body?: unknown) =>
    kendo.as('alice').send<{ data: Body }>(method, path, withCarol(body));

  function withCarol(body: unknown): unknown {
    if (body === undefined) return undefined;
    return JSON.parse(JSON.stringify(body).replaceAll(SEED_RECIPIENT, items.uuid('carol')));
  }

  test('"The Notification Object" has these keys, in this order and of these types', async () => {
    const { recipient, sender, ...rest } = OBJECT_SAMPLE;
    const made = await items.make('carol', { ...rest, sender: items.uuid('bob') });

    expect(Object.keys(made)).toEqual(Object.keys(OBJECT_SAMPLE));
    expect(made).toEqual({
      ...OBJECT_SAMPLE,
      id: expect.any(Number),
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      recipient: items.uuid('carol'),
      sender: items.uuid('bob'),
    });
  });

  test.each(['GET', 'SEARCH'])('"List Notifications": %s /notifications', async (method) => {
    const { id } = await items.make('carol', { subject: 'Listed' });

    const { status, body } = await send<Item[]>(method, '/notifications?sort=-id&limit=1');

    expect([status, body.data.map((item) => item.id)]).toEqual([200, [id]]);
  });

  test('"Retrieve a notification": GET /notifications/42', async () => {
    const made = await items.make('carol', { subject: 'Retrieved' });

    const { status, body } = await send<Item>('GET', `/notifications/${made.id}`);

    expect([status, body.data]).toEqual([200, made]);
  });

  test('"Create a Notification": POST /notifications', async () => {
    const { status, body } = await send<Item>('POST', '/notifications', CREATE_ONE);

    expect(status).toBe(200);
    expect(body.data).toMatchObject({
      recipient: items.uuid('carol'),
      subject: 'Hi there!',
      message: null,
      sender: null,
      status: 'inbox',
    });
  });

  test('"Create Multiple Notifications": POST /notifications with an array', async () => {
    const { status, body } = await send<Item[]>('POST', '/notifications', CREATE_MANY);

    expect(status).toBe(200);
    expect(body.data.map(({ subject }) => subject)).toEqual(CREATE_MANY.map(({ message }) => message));
    expect(body.data.map(({ collection }) => collection)).toEqual(['directus_files', 'articles']);
    expect(body.data.map(({ id }) => id)).toEqual(body.data.map(({ id }) => id).sort((a, b) => a - b));
  });

  test('"Update a Notification": PATCH /notifications/34', async () => {
    const made = await items.make('carol', { subject: 'Updated' });

    const { status, body } = await send<Item>('PATCH', `/notifications/${made.id}`, UPDATE_ONE);

    expect([status, body.data]).toEqual([200, { ...made, ...UPDATE_ONE }]);
  });

  test('"Update Multiple Notifications": PATCH /notifications', async () => {
    const made = [await items.make('carol', { subject: 'One' }), await items.make('bob', { subject: 'Two' })];

    const { status, body } = await send<Item[]>(
      'PATCH',
      '/notifications',
      updateMany(made.map(({ id }) => id)),
    );

    expect([status, body.data]).toEqual([
      200,
      made.map((item) => ({ ...item, message: 'Updated message!' })),
    ]);
  });

  test('"Delete a Notification": DELETE /notifications/34', async () => {
    const { id } = await items.make('carol', { subject: 'Deleted' });

    const { status, body } = await send('DELETE', `/notifications/${id}`);

    expect([status, body]).toEqual([204, '']);
    expect((await send('GET', `/notifications/${id}`)).status).toBe(403);
  });

  test('"Delete Multiple Notifications": DELETE /notifications with an array', async () => {
    const made = [await items.make('carol', { subject: 'One' }), await items.make('bob', { subject: 'Two' })];
    const keys = made.map(({ id }) => id);

    const { status, body } = await send('DELETE', '/notifications', keys);

    expect([status, body]).toEqual([204, '']);
    expect((await send('SEARCH', '/notifications', { keys })).body).toEqual({ data: [] });
  });
});
