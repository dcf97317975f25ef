import { eventually } from '../support/eventually.ts';
import { startKendo, type Kendo } from '../support/kendo.ts';
import { Scene, type Notification } from '../support/scene.ts';

interface Accepted {
  readonly events: { id: number; duplicate: boolean }[];
}

/** `POST /api/events`, for products in other languages. */
describe('events from outside', () => {
  let kendo: Kendo;
  let scene: Scene;

  beforeAll(async () => {
    kendo = await startKendo();
    scene = new Scene(kendo);
  });
  afterAll(() => kendo?.stop());

  const send = (body: unknown, headers?: Record<string, string>) =>
    kendo.asService().post<Accepted & { errors: object }>('/api/events', body, headers);
  const rowsOf = async (handle: string, message: string) => {
    const { body } = await kendo.as(handle).get<Notification[]>('/api/notifications?limit=200');
    return body.filter((row) => row.message === message);
  };
  const rowsWhen = (handle: string, message: string, count: number) =>
    eventually(async () => {
      const rows = await rowsOf(handle, message);
      expect(rows).toHaveLength(count);
      return rows;
    });
  const todo = (message: string, more: object = {}) => ({
    type: 'todo.created',
    message,
    subject: { type: 'todo', id: 7, title: 'Buy milk', url: 'https://todo.example/7' },
    recipients: [scene.idOf('erin')],
    ...more,
  });

  test('a custom event reaches whom it names; it is mailed when it brings a mail', async () => {
    const actor_id = scene.idOf('bob');
    const answer = await send([
      todo('Without a mail', { actor_id }),
      todo('With a mail', { actor_id, mail: { subject: 'Milk!', text: 'Two bottles.' } }),
    ]);

    expect(answer.status).toBe(202);
    expect(answer.body.events).toMatchObject([{ duplicate: false }, { duplicate: false }]);
    const [row] = await rowsWhen('erin', 'Without a mail', 1);
    expect(row).toMatchObject({
      type: 9,
      reason: 'named',
      actor: { first_name: 'Bob' },
      notifiable: { type: 'todo', id: 7, title: 'Buy milk' },
    });
    const mails = await eventually(async () => {
      const mails = await kendo.mailsTo('erin@acme.example');
      expect(mails).toHaveLength(1);
      return mails;
    });
    expect(mails[0]).toMatchObject({ subject: 'Milk!' });
    expect(mails[0]?.text).toContain('Two bottles.');
  });

  test('of a subject that the tracker knows, only its readers hear; task means issue', async () => {
    const issue = await scene.issue('alice');
    const recipients = [scene.idOf('erin'), scene.idOf('dave')];
    const subject = { type: 'task', id: issue.id, title: 'As they call it' };
    await send(todo('About a task', { subject, recipients }));

    const [row] = await rowsWhen('dave', 'About a task', 1);
    expect(row?.notifiable).toEqual({
      type: 'issue',
      id: issue.id,
      key: issue.key,
      title: issue.title,
      project_id: issue.project_id,
    });
    expect(await rowsOf('erin', 'About a task')).toEqual([]);
  });

  test("a comment's notifiable is its issue, with the comment beside", async () => {
    const issue = await scene.issue('alice');
    const path = `/api/projects/${issue.project_id}/issues/${issue.key}/comments`;
    const { body: comment } = await kendo.as('alice').post<{ id: number }>(path, { body: 'Here' });
    const subject = { type: 'comment', id: comment.id, title: 'A comment' };
    await send(todo('About a comment', { subject, recipients: [scene.idOf('dave')] }));

    const [row] = await rowsWhen('dave', 'About a comment', 1);
    expect(row?.notifiable).toMatchObject({ type: 'issue', id: issue.id, comment_id: comment.id });
  });

  test('the watchers of a subject; the project is found through the parent', async () => {
    const issue = await scene.issue('carol');
    const parent = { type: 'task', id: issue.id, title: issue.title };
    await send(
      todo('For those who watch', { recipients: [], watchers_of: { type: 'issue', id: issue.id }, parent }),
    );

    await rowsWhen('carol', 'For those who watch', 1);
    const { body } = await kendo
      .as('carol')
      .get<Notification[]>(`/api/notifications?project_id=${issue.project_id}`);
    expect(body.map(({ message }) => message)).toContain('For those who watch');
  });

  test('a built-in type comes with the payload of its class', async () => {
    const issue = await scene.issue('alice');
    const params = { comment_id: 1, text: 'From afar', mentioned: [scene.idOf('carol')] };
    const subject = { type: 'issue', id: issue.id, title: issue.title };
    const answer = await send({ type: 'issue.commented', actor_id: scene.idOf('bob'), subject, params });

    expect(answer.status).toBe(202);
    await rowsWhen('alice', `Bob Smith commented on "${issue.title}"`, 1);
    await rowsWhen('carol', `Bob Smith mentioned you in "${issue.title}"`, 1);
  });

  test('a key makes an event unique for ever', async () => {
    const first = await send(todo('Only once', { key: 'once' }));
    const second = await send([todo('Only once', { key: 'once' }), todo('After', { key: 'after' })]);

    const [event] = first.body.events;
    expect(second.body.events).toMatchObject([{ id: event?.id, duplicate: true }, { duplicate: false }]);
    await rowsWhen('erin', 'After', 1);
    expect(await rowsOf('erin', 'Only once')).toHaveLength(1);
  });

  test('an Idempotency-Key: same body, same answer; another body is refused', async () => {
    const headers = { 'idempotency-key': 'k-1' };
    const first = await send(todo('Repeated'), headers);
    const again = await send(todo('Repeated'), headers);
    const other = await send(todo('Another'), headers);

    expect([again.status, again.body]).toEqual([202, first.body]);
    expect(other.status).toBe(422);
    await rowsWhen('erin', 'Repeated', 1);
  });

  test('all or none: one bad event refuses the call, and says which', async () => {
    const { status, body } = await send([
      todo('Half'),
      todo('Half', { recipients: [999_999_999] }),
      todo(''),
    ]);

    expect(status).toBe(422);
    expect(Object.keys(body.errors)).toEqual(['2.message']);
    const unknown = await send([todo('Half'), todo('Half', { recipients: [999_999_999] })]);
    expect(Object.keys(unknown.body.errors)).toEqual(['1.recipients']);
    const foreign = await send(todo('Half', { recipients: [scene.idOf('gina', 'globex')] }));
    expect(Object.keys(foreign.body.errors)).toEqual(['recipients']);
    await send(todo('Whole'));
    await rowsWhen('erin', 'Whole', 1);
    expect(await rowsOf('erin', 'Half')).toEqual([]);
  });

  test('a thousand in one call, and no more', async () => {
    const many = (count: number) =>
      Array.from({ length: count }, () => todo('Bulk', { recipients: [scene.idOf('dave')] }));

    expect((await send(many(1_001))).status).toBe(422);
    const { status, body } = await send(many(1_000));
    expect([status, body.events.length]).toEqual([202, 1_000]);
    const counts = () => kendo.as('dave').get('/api/notifications/counts');
    await eventually(async () => expect((await counts()).body).toMatchObject({ unread: 99, capped: true }));
  });

  test('needs the ability, and asks no role for it', async () => {
    expect((await kendo.as('alice').post('/api/events', todo('By a person'))).status).toBe(202);
    expect((await kendo.withToken(null).post('/api/events', {})).status).toBe(401);
  });
});
