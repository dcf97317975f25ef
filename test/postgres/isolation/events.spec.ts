import { eventually } from '../../support/eventually.ts';
import { startKendo, type Kendo } from '../../support/kendo.ts';
import type { Notification } from '../../support/scene.ts';
import { ABSENT, furnish, type Things } from '../../support/things.ts';
import { NAMING, NO_IDS, SUBJECTS } from './foreign-events.ts';

interface Accepted {
  readonly events: readonly { readonly id: number; readonly duplicate: boolean }[];
}

/** Events from outside that name what is another tenant's, and keys that both tenants use. */
describe('events between tenants', () => {
  let kendo: Kendo;
  let acme: Things;
  let globex: Things;

  beforeAll(async () => {
    kendo = await startKendo();
    acme = await furnish(kendo, { slug: 'acme', owner: 'alice', members: ['bob'], prefix: 'AC' });
    globex = await furnish(kendo, { slug: 'globex', owner: 'gina', members: ['hugo'], prefix: 'GX' });
  });
  afterAll(() => kendo?.stop());

  const rows = async (handle: string, slug = 'acme') =>
    (await kendo.as(handle, slug).get<Notification[]>('/api/notifications?limit=200')).body;
  const event = (message: string, more: object = {}) => ({
    type: 'todo.created',
    message,
    recipients: [acme.user],
    ...more,
  });
  const accept = async (events: object[]) => {
    const { status, body } = await kendo.asService().post<Accepted>('/api/events', events);
    expect([status, body.events.length]).toEqual([202, events.length]);
  };
  const arrived = (handle: string, slug: string, message: string) =>
    eventually(async () => {
      const row = (await rows(handle, slug)).find((one) => one.message === message);
      return row ?? false;
    });
  /** What comes after it in the same tenant has come, so that what came before would be there too. */
  const bothCaughtUp = async (message: string) => {
    const [mine, theirs] = [event(message), event(message, { recipients: [globex.user] })];
    await kendo.asService().post('/api/events', mine);
    await kendo.asService('globex').post('/api/events', theirs);
    await Promise.all([arrived('bob', 'acme', message), arrived('hugo', 'globex', message)]);
  };

  test.each(Object.keys(SUBJECTS))('a foreign %s is one that nobody knows', async (type) => {
    const kind = SUBJECTS[type] as keyof Things;
    const about = (things: Things) => ({ subject: { type, id: things[kind], title: 'As given' } });
    const under = (things: Things) => ({ parent: { type, id: things[kind], title: 'As given' } });
    const [foreign, absent] = [`${type} of globex`, `${type} of nobody`];
    await accept([
      event(foreign, about(globex)),
      event(absent, about(ABSENT)),
      event(`Under ${foreign}`, { ...under(globex), subject: { type: 'issue', id: 'x', title: 'X' } }),
      event(`Under ${absent}`, { ...under(ABSENT), subject: { type: 'issue', id: 'x', title: 'X' } }),
    ]);
    const seen = async (message: string) => (await arrived('bob', 'acme', message)).notifiable;

    expect({ ...(await seen(foreign)), ...NO_IDS }).toEqual({ ...(await seen(absent)), ...NO_IDS });
    expect(await seen(`Under ${foreign}`)).toEqual(await seen(`Under ${absent}`));
  });

  test('nobody elsewhere hears of it: not those who watch, not those who are named', async () => {
    const before = [await rows('gina', 'globex'), await rows('hugo', 'globex')];
    const subject = { type: 'issue', id: globex.issueId, title: 'Theirs' };
    const comment = { comment_id: 1, text: 'Hello', mentioned: [] };
    await accept([
      event('Watchers', { watchers_of: { type: 'issue', id: globex.issueId } }),
      event('Report watchers', { watchers_of: { type: 'reports', id: globex.project } }),
      { type: 'issue.commented', subject, params: comment },
      { type: 'issue.moved', subject, params: { from: { id: 1, name: 'A' }, to: { id: 2, name: 'B' } } },
      { type: 'report.created', subject: { type: 'report', id: globex.report, title: 'R' }, params: {} },
    ]);
    await bothCaughtUp('After that');

    const [gina, hugo] = [await rows('gina', 'globex'), await rows('hugo', 'globex')];
    expect([gina, hugo.slice(1)]).toEqual(before);
  });

  test('an id that is spelt in another way is not that id', async () => {
    const before = await rows('alice');
    const { issueId } = acme;
    const params = { comment_id: 1, text: 'Hello', mentioned: [] };
    const spellings = [
      `0${issueId}`,
      `+${issueId}`,
      `${issueId}.0`,
      `0x${issueId.toString(16)}`,
      '1.5',
      '1e300',
    ];
    const subjects = [
      ...spellings.map((id) => ({ type: 'issue', id, title: 'Misspelt' })),
      { type: 'todo', id: issueId, title: 'Of another kind' },
    ];
    await accept(subjects.map((subject) => ({ type: 'issue.commented', subject, params })));
    await bothCaughtUp('After the misspelt');

    expect(await rows('alice')).toEqual(before);
    await accept([
      { type: 'issue.commented', subject: { type: 'issue', id: `${issueId}`, title: 'T' }, params },
    ]);
    await eventually(async () => expect(await rows('alice')).toHaveLength(before.length + 1));
  });

  test.each(NAMING)('who is %s from outside must be of the tenant', async (_, { type, params }) => {
    const subject = { type: 'issue', id: acme.issueId, title: 'Ours' };
    const answer = (id: number) =>
      kendo.asService().post('/api/events', { type, subject, params: params(id) });
    const [foreign, absent] = [await answer(globex.user), await answer(ABSENT.user)];

    expect([foreign.status, foreign.body]).toEqual([422, absent.body]);
  });

  test('a key is one event in each tenant, whoever sends it', async () => {
    const send = async (slug: string, user: number) => {
      const body = event('By key', { key: 'shared', recipients: [user] });
      return (await kendo.asService(slug).post<Accepted>('/api/events', body)).body.events[0];
    };

    const [ours, theirs] = [await send('acme', acme.user), await send('globex', globex.user)];
    expect([ours?.duplicate, theirs?.duplicate]).toEqual([false, false]);
    expect(await send('acme', acme.user)).toEqual({ id: ours?.id, duplicate: true });
    await arrived('hugo', 'globex', 'By key');
  });

  test('an Idempotency-Key is one request of one token', async () => {
    const headers = { 'idempotency-key': 'shared' };
    const ids: (number | undefined)[] = [];
    for (const [client, recipient] of [
      [kendo.asService(), acme.user],
      [kendo.as('alice'), acme.user],
      [kendo.as('bob'), acme.user],
      [kendo.asService('globex'), globex.user],
      [kendo.as('gina', 'globex'), globex.user],
    ] as const) {
      const body = event('By header', { recipients: [recipient] });
      const { status, body: answer } = await client.post<Accepted>('/api/events', body, headers);
      expect(status).toBe(202);
      ids.push(answer.events[0]?.id);
      expect((await client.post('/api/events', body, headers)).body).toEqual(answer);
    }

    expect(new Set(ids).size).toBe(ids.length);
  });
});
