import { tenantOf } from '../support/demo.ts';
import { eventually } from '../support/eventually.ts';
import { startKendo, type Kendo } from '../support/kendo.ts';
import { Scene, type Issue, type Notification } from '../support/scene.ts';

/** The journey of one event, in the order in which it happens. Each step stands on the one before. */
describe('one event walks the whole way', () => {
  let kendo: Kendo;
  let scene: Scene;
  let issue: Issue;
  let row: Notification;

  beforeAll(async () => {
    kendo = await startKendo();
    scene = new Scene(kendo);
    issue = await scene.issue('alice', { title: 'Add pagination to issue list' });
  });
  afterAll(() => kendo?.stop());

  test('every inbox starts empty', async () => {
    for (const slug of ['acme', 'globex']) {
      for (const { handle } of tenantOf(kendo.demo, slug).users) {
        expect((await kendo.as(handle, slug).get('/api/notifications')).body).toEqual([]);
      }
    }
  });

  test('1 Bob comments on the issue that Alice watches since she created it', async () => {
    const path = `/api/projects/${issue.project_id}/issues/${issue.key}`;
    expect((await kendo.as('alice').get(`${path}/watch`)).body).toEqual({ watching: true });

    await scene.comment('bob', issue, 'Shall we page by twenty? <b>I would.</b>');
  });

  test('2–4 the event is fanned out: Alice has one row, and Bob, who acted, has none', async () => {
    [row] = (await scene.rowsWhen('alice', issue, 1)) as [Notification];

    expect(row).toMatchObject({
      type: 2,
      reason: 'watching',
      message: 'Bob Smith commented on "Add pagination to issue list"',
      read_at: null,
      actor: { id: scene.idOf('bob'), first_name: 'Bob', last_name: 'Smith', profile_picture: null },
      notifiable: { type: 'issue', id: issue.id, key: issue.key, title: issue.title },
    });
    expect(await scene.rows('bob', issue)).toEqual([]);
  });

  test('5 her counts tell of it', async () => {
    const { body } = await kendo.as('alice').get('/api/notifications/counts');

    expect(body).toMatchObject({ unread: 1, unseen: 1, capped: false });
  });

  test('6 she gets one mail, and nobody else does', async () => {
    const [mail] = await eventually(async () => {
      const mails = await kendo.mailsTo('alice@acme.example');
      expect(mails).toHaveLength(1);
      return mails;
    });

    expect(mail?.subject).toBe('Bob Smith commented on "Add pagination to issue list"');
    expect(mail?.text).toContain('Shall we page by twenty? <b>I would.</b>');
    expect(mail?.html).toContain('&lt;b&gt;I would.&lt;/b&gt;');
    expect(await kendo.mails()).toHaveLength(1);
  });

  test('then she reads it, and the badge is gone', async () => {
    const alice = kendo.as('alice');
    const answer = await alice.post('/api/notifications/bulk-read', { notification_ids: [row.id] });

    expect(answer.status).toBe(204);
    expect((await alice.get('/api/notifications/counts')).body).toMatchObject({ unread: 0, unseen: 0 });
  });
});
