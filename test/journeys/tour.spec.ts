import { tenantOf, userOf } from '../support/demo.ts';
import { eventually } from '../support/eventually.ts';
import { startKendo, type Kendo } from '../support/kendo.ts';
import type { Notification } from '../support/scene.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

interface Row extends Notification {
  readonly sender_app: { readonly name: string } | null;
}
interface Dated {
  readonly created_at: string;
}
interface Member extends Dated {
  readonly user_id: number;
}
interface Thread {
  readonly important: boolean;
  readonly mention: boolean;
}

/** The tenant that is there to be looked at: Tess has been away for a day, and with the company for three weeks. */
describe('the tour', () => {
  let kendo: Kendo;
  let inbox: Row[];
  let archived: Row[];

  beforeAll(async () => {
    kendo = await startKendo();
    inbox = await read<Row[]>('tess', '/api/notifications?limit=200');
    archived = await read<Row[]>('tess', '/api/notifications?limit=200&archived=1');
  });
  afterAll(() => kendo?.stop());

  const read = async <Body>(handle: string, path: string): Promise<Body> => {
    const { status, body } = await kendo.as(handle, 'tour').get<Body>(path);
    expect([path, status]).toEqual([path, 200]);
    return body;
  };

  test('has every kind of notification, from people and apps, in every state', async () => {
    const all = [...inbox, ...archived];

    expect(all.length).toBeGreaterThan(50);
    expect(new Set(all.map(({ type }) => type))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8, 9]));
    expect(new Set(all.map(({ reason }) => reason))).toEqual(
      new Set(['mentioned', 'assigned', 'unassigned', 'added', 'watching', 'direct', 'named']),
    );
    expect(new Set(all.map(({ actor }) => actor?.first_name)).size).toBeGreaterThan(4);
    expect(all.map(({ sender_app }) => sender_app?.name)).toContain('Deploy Bot');
    const states = ({ seen_at, read_at, archived_at }: Row) =>
      [seen_at && 'seen', read_at && 'read', archived_at && 'archived'].filter(Boolean).join();
    expect(new Set(all.map(states))).toEqual(new Set(['', 'seen', 'seen,read', 'seen,read,archived']));
  });

  test('has them in the order and at the times at which they happened', async () => {
    const times = inbox.map(({ created_at }) => Date.parse(created_at));

    expect(times).toEqual([...times].sort((one, other) => other - one));
    expect(Date.now() - (times[0] ?? 0)).toBeLessThan(DAY_MS);
    expect(Date.now() - (times.at(-1) ?? 0)).toBeGreaterThan(20 * DAY_MS);
    for (const { created_at, seen_at, read_at } of inbox) {
      for (const later of [seen_at, read_at]) {
        if (later) expect(Date.parse(later)).toBeGreaterThan(Date.parse(created_at));
      }
    }
  });

  test('has threads, some of them important, and what is new is counted', async () => {
    const threads = await read<Thread[]>('tess', '/api/notifications/threads?limit=200');
    const counts = await read<object>('tess', '/api/notifications/counts');

    expect(threads.length).toBeGreaterThan(11);
    expect(new Set(threads.map(({ important }) => important))).toEqual(new Set([true, false]));
    expect(threads.filter(({ mention }) => mention).length).toBeGreaterThan(2);
    expect(counts).toMatchObject({
      unread: inbox.filter(({ read_at }) => !read_at).length,
      unseen: inbox.filter(({ seen_at }) => !seen_at).length,
    });
  });

  test("fills the others' inboxes too", async () => {
    for (const { handle } of tenantOf(kendo.demo, 'tour').users) {
      expect((await read<Row[]>(handle, '/api/notifications')).length).toBeGreaterThan(5);
    }
  });

  test('tells of issues that are as it says', async () => {
    const { id, lanes } = tenantOf(kendo.demo, 'tour').projects[1] ?? { lanes: [] };
    const issue = await read<object>('tess', `/api/projects/${id}/issues/BKG-0003`);
    const comments = await read<{ created_at: string }[]>(
      'tess',
      `/api/projects/${id}/issues/BKG-0003/comments`,
    );

    expect(issue).toMatchObject({
      lane_id: lanes.find(({ name }) => name === 'In progress')?.id,
      assignee_id: tenantOf(kendo.demo, 'tour').users.find(({ handle }) => handle === 'tess')?.id,
    });
    expect(comments.map(({ created_at }) => created_at)).toContain(inbox[0]?.created_at);
  });

  test('is as old as what it tells, and its people are where they were added', async () => {
    const { id } = tenantOf(kendo.demo, 'tour').projects[0] ?? {};
    const idOf = (handle: string) => userOf(kendo.demo, 'tour', handle).id;
    const [project, people, members, issues, [team]] = await Promise.all([
      read<Dated & { owner_id: number }>('tess', `/api/projects/${id}`),
      read<Dated[]>('omar', '/api/users'),
      read<Member[]>('tess', `/api/projects/${id}/members`),
      read<Dated[]>('tess', `/api/projects/${id}/issues`),
      read<(Dated & { id: number })[]>('tess', '/api/teams'),
    ]);
    const onCall = await read<Member[]>('tess', `/api/teams/${team?.id}/members`);

    const began = Date.parse(project.created_at);
    expect(Date.now() - began).toBeGreaterThan(21 * DAY_MS);
    for (const { created_at } of [...people, ...members, ...issues, ...onCall]) {
      expect(Date.parse(created_at)).toBeGreaterThanOrEqual(began);
    }
    expect(new Set(people.map(({ created_at }) => created_at))).toEqual(new Set([project.created_at]));
    const times = issues.map(({ created_at }) => created_at);
    expect(times).toEqual([...times].sort().reverse());

    expect(project.owner_id).toBe(idOf('omar'));
    expect(onCall.map(({ user_id }) => user_id).sort()).toEqual(['tess', 'priya', 'lena'].map(idOf).sort());
    const added = inbox.filter(({ type }) => type === 5 || type === 6).map(({ created_at }) => created_at);
    const since = [...members, ...onCall].filter(({ user_id }) => user_id === idOf('tess'));
    expect(since.map(({ created_at }) => created_at).sort()).toEqual(added.sort());
  });

  test('mailed nobody, and goes on like any tenant', async () => {
    const { id } = tenantOf(kendo.demo, 'tour').projects[1] ?? {};
    const issue = `/api/projects/${id}/issues/BKG-0003`;
    const answer = await kendo
      .as('priya', 'tour')
      .post(`${issue}/comments`, { body: 'They have stopped, @tess.' });

    expect(answer.status).toBe(201);
    await eventually(async () => {
      const [newest] = await read<Row[]>('tess', '/api/notifications?limit=1');
      expect(newest).toMatchObject({ type: 4, actor: { first_name: 'Priya' }, read_at: null });
      expect(await kendo.mailsTo('tess@tour.example')).toHaveLength(1);
      expect(await kendo.mailsTo('omar@tour.example')).toHaveLength(1);
    });
    expect(await kendo.mails()).toHaveLength(2);
  });
});
