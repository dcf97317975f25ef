import { eventually } from '../support/eventually.ts';
import { startKendo, type Kendo } from '../support/kendo.ts';
import { Scene, type Issue, type Notification } from '../support/scene.ts';
import { PREFERENCES_BODY } from './native/seed-004.ts';

const ALL_ON = { ...PREFERENCES_BODY, notify_team_membership: true };

/** Audience, actor, rank, access, and the choices of each person. */
describe('who hears of an event', () => {
  let kendo: Kendo;
  let scene: Scene;

  beforeAll(async () => {
    kendo = await startKendo();
    scene = new Scene(kendo);
  });
  afterAll(() => kendo?.stop());
  afterEach(async () => {
    for (const handle of ['alice', 'bob', 'carol', 'dave', 'erin']) {
      await choose(handle, {});
      await kendo.as(handle).patch('/api/profile', { email_notifications: true });
    }
  });

  async function choose(handle: string, flags: Partial<typeof ALL_ON>): Promise<void> {
    const path = '/api/profile/notification-preferences';
    expect((await kendo.as(handle).post(path, { ...ALL_ON, ...flags })).status).toBe(200);
  }

  /** Mails about one issue, by its title, once those who do get mail have got it. */
  async function mailedAbout(title: string, expected: readonly string[]): Promise<void> {
    await eventually(async () => {
      const mails = (await kendo.mails()).filter(({ subject }) => subject.includes(`"${title}"`));
      expect(mails.flatMap(({ to }) => to).sort()).toEqual(
        expected.map((one) => `${one}@acme.example`).sort(),
      );
    });
  }

  const summary = (rows: Notification[]) => rows.map(({ type, reason }) => `${type} ${reason}`);

  test('assignment: the new assignee, and the old one once; not oneself', async () => {
    const issue = await scene.issue('alice', { assignee_id: scene.idOf('alice') });
    await scene.change('alice', issue, { assignee_id: scene.idOf('bob') });
    await scene.change('alice', issue, { assignee_id: scene.idOf('carol') });
    await scene.change('alice', issue, { assignee_id: scene.idOf('bob') });

    const bobs = await scene.rowsWhen('bob', issue, 3);
    expect(bobs.map(({ message }) => message)).toEqual([
      `Alice Johnson assigned "${issue.title}" to you`,
      `Alice Johnson unassigned you from "${issue.title}"`,
      `Alice Johnson assigned "${issue.title}" to you`,
    ]);
    expect(summary(await scene.rowsWhen('carol', issue, 2))).toEqual(['1 unassigned', '1 assigned']);
    expect(await scene.rows('alice', issue)).toEqual([]);
  });

  test('the same assignee, lane or title again is no event', async () => {
    const issue = await scene.issue('alice', { assignee_id: scene.idOf('bob') });
    await scene.change('alice', issue, {
      assignee_id: scene.idOf('bob'),
      lane_id: issue.lane_id,
      title: 'New',
    });
    await scene.comment('alice', issue);

    expect(summary(await scene.rowsWhen('bob', issue, 2))).toEqual(['2 watching', '1 assigned']);
  });

  test('a PATCH that assigns and moves is two events', async () => {
    const issue = await scene.issue('alice');
    await scene.watch('carol', issue);
    await scene.change('alice', issue, {
      assignee_id: scene.idOf('bob'),
      lane_id: scene.laneOf(issue, 'Done'),
    });

    expect(summary(await scene.rowsWhen('carol', issue, 1))).toEqual(['3 watching']);
    const [moved] = await scene.rowsWhen('carol', issue, 1);
    expect(moved?.message).toBe(`Alice Johnson moved "${issue.title}" to "Done"`);
    expect(summary(await scene.rowsWhen('bob', issue, 2))).toEqual(['3 watching', '1 assigned']);
  });

  test('a watcher who is mentioned gets one row: the mention', async () => {
    const issue = await scene.issue('alice');
    await scene.watch('bob', issue);
    await scene.comment('alice', issue, 'What do you think, @bob? Not you, alice@acme.example.');
    await scene.comment('alice', issue, 'Nobody in particular.');

    expect(summary(await scene.rowsWhen('bob', issue, 2))).toEqual(['2 watching', '4 mentioned']);
  });

  test('a mention attaches nobody, and never reaches who may not read the issue', async () => {
    const issue = await scene.issue('alice');
    await scene.comment('bob', issue, '@erin @dave @alice @bob @nobody');
    await scene.comment('bob', issue, 'Again.');

    expect(summary(await scene.rowsWhen('alice', issue, 2))).toEqual(['2 watching', '4 mentioned']);
    expect(summary(await scene.rows('dave', issue))).toEqual(['4 mentioned']);
    expect(await scene.rows('erin', issue)).toEqual([]);
    await mailedAbout(issue.title, ['alice', 'alice', 'dave']);
  });

  test('who left the project hears no more, and watches nothing there', async () => {
    const { body: project } = await kendo.as('alice').post<{ id: number }>('/api/projects', {
      name: 'Leaving',
      prefix: 'LV',
    });
    const members = `/api/projects/${project.id}/members`;
    await kendo.as('alice').post(members, { user_id: scene.idOf('bob') });
    await kendo.as('alice').post(members, { user_id: scene.idOf('carol') });
    const created = await kendo
      .as('alice')
      .post<Issue>(`/api/projects/${project.id}/issues`, { title: 'Stay or go' });
    const issue = created.body;
    for (const handle of ['bob', 'carol']) await scene.watch(handle, issue);
    expect((await kendo.as('alice').delete(`${members}/${scene.idOf('bob')}`)).status).toBe(204);
    await scene.comment('alice', issue);

    await scene.rowsWhen('carol', issue, 1);
    expect(await scene.rows('bob', issue)).toEqual([]);
    await kendo.as('alice').post(members, { user_id: scene.idOf('bob') });
    const path = `/api/projects/${project.id}/issues/${issue.key}/watch`;
    expect((await kendo.as('bob').get(path)).body).toEqual({ watching: false });
  });

  test.each([
    ['auto_watch_on_create', 'bob'],
    ['auto_watch_on_assigned', 'carol'],
    ['auto_watch_on_commented', 'carol'],
  ] as const)('%s decides whether one is attached', async (flag, handle) => {
    for (const on of [false, true]) {
      await choose(handle, { [flag]: on });
      const issue = await attach(flag, handle);
      const path = `/api/projects/${issue.project_id}/issues/${issue.key}/watch`;
      expect((await kendo.as(handle).get(path)).body).toEqual({ watching: on });
    }
  });

  async function attach(flag: string, handle: string): Promise<Issue> {
    if (flag === 'auto_watch_on_create') return scene.issue(handle);
    if (flag === 'auto_watch_on_assigned') return scene.issue('alice', { assignee_id: scene.idOf(handle) });
    const issue = await scene.issue('alice');
    await scene.comment(handle, issue);
    return issue;
  }

  test('a flag gates the mail alone: the row always comes', async () => {
    await choose('bob', { notify_mentions: false });
    await choose('carol', { notify_watched_activity_email: false });
    const issue = await scene.issue('alice');
    await scene.watch('carol', issue);
    await scene.comment('alice', issue, '@bob @carol @dave');
    await scene.comment('alice', issue, 'For the watchers.');

    expect(summary(await scene.rowsWhen('bob', issue, 1))).toEqual(['4 mentioned']);
    expect(summary(await scene.rowsWhen('carol', issue, 2))).toEqual(['2 watching', '4 mentioned']);
    await mailedAbout(issue.title, ['carol', 'dave']);
  });

  test('the master switch is over all types', async () => {
    await kendo.as('bob').patch('/api/profile', { email_notifications: false });
    const issue = await scene.issue('alice', { assignee_id: scene.idOf('bob') });
    await scene.comment('alice', issue, '@bob @carol');

    expect(summary(await scene.rowsWhen('bob', issue, 2))).toEqual(['4 mentioned', '1 assigned']);
    await mailedAbout(issue.title, ['carol']);
  });
});
