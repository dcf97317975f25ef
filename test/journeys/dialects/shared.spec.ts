import { userOf } from '../../support/demo.ts';
import { DIRECTUS_GRAPHQL_DOOR, DIRECTUS_REST_DOOR } from '../../support/doors/directus.ts';
import type { Door, ReadingDoor } from '../../support/doors/door.ts';
import { createNotification, MONDAY_DOOR } from '../../support/doors/monday.ts';
import { NATIVE_DOOR } from '../../support/doors/native.ts';
import { PRODUCTIVE_DOOR } from '../../support/doors/productive.ts';
import { eventually } from '../../support/eventually.ts';
import type { Client } from '../../support/http-client.ts';
import { startKendo, type Kendo } from '../../support/kendo.ts';
import { sendRaw } from '../../support/raw-request.ts';
import { Scene, type Issue } from '../../support/scene.ts';

const READING: readonly ReadingDoor[] = [
  NATIVE_DOOR,
  PRODUCTIVE_DOOR,
  DIRECTUS_REST_DOOR,
  DIRECTUS_GRAPHQL_DOOR,
];
const DOORS: readonly Door[] = [...READING, MONDAY_DOOR];
const named = <Some extends Door>(doors: readonly Some[]) => doors.map((door) => [door.name, door] as const);

const ABSENT = '999999999';
const HOSTILE = {
  HTML: '<img src=x onerror=alert(1)>',
  'a header of its own': 'Hi\r\nBcc: all@acme.example',
  SQL: "'; DROP TABLE notifications; --",
  'a wildcard': '%_\\',
  'a megabyte': 'x'.repeat(1_000_000),
  'a huge number': '9'.repeat(400),
  'half of a surrogate pair': '\ud800',
  NUL: 'a\0b',
  'deep nesting': '{"a":'.repeat(2_000),
  'deep GraphQL': `{${'a{'.repeat(2_000)}`,
  'many aliases': `{${Array.from({ length: 2_000 }, (_, index) => `a${index}: __typename `).join('')}}`,
};

/** What holds whichever dialect is spoken; what differs is spelling. */
describe('every dialect', () => {
  let kendo: Kendo;
  let scene: Scene;
  let alice: Client;
  let bob: Client;
  let carol: Client;
  /** Bob's, that alice commented on; and carol's. Alice's own inbox is none to tell: she manages everybody's. */
  let his: Issue;
  let other: Issue;

  beforeAll(async () => {
    kendo = await startKendo({ settings: { TOKEN_RATE_LIMIT: '100000' } });
    scene = new Scene(kendo);
    [alice, bob, carol] = [kendo.as('alice'), kendo.as('bob'), kendo.as('carol')];
    [his, other] = [await scene.issue('bob'), await scene.issue('carol')];
    for (const issue of [his, other]) await scene.comment('alice', issue);
    await scene.rowsWhen('bob', his, 1);
    await scene.rowsWhen('carol', other, 1);
  });
  afterAll(() => kendo?.stop());

  const seen = async (door: ReadingDoor, client: Client, issue: Issue) =>
    (await door.list(client)).find((one) => one.issue === issue.id);
  const idOf = async (door: ReadingDoor, client: Client, issue: Issue) =>
    (await seen(door, client, issue))?.id ?? '';
  const version = async (client: Client) =>
    (await client.get<{ version: number }>('/api/notifications/counts')).body.version;
  const isArchived = async () =>
    Promise.all(READING.map(async (door) => [door.name, (await seen(door, bob, his))?.archived]));
  const everywhere = (archived: boolean) => READING.map(({ name }) => [name, archived]);

  describe.each(named(READING))('%s', (_, door) => {
    test("lists what is the caller's, and nothing else", async () => {
      expect((await door.list(bob)).map(({ issue }) => issue)).toEqual([his.id]);
      expect((await door.list(carol)).map(({ issue }) => issue)).toEqual([other.id]);
    });

    test('marks for all the others, and marking again is nothing', async () => {
      const ids = [await idOf(door, bob, his)];
      for (const as of ['archived', 'inbox'] as const) {
        const first = await door.mark(bob, ids, as);
        expect(await isArchived()).toEqual(everywhere(as === 'archived'));
        const before = await version(bob);
        expect((await door.mark(bob, ids, as)).status).toBe(first.status);
        expect(await version(bob)).toBe(before);
      }
    });

    test("another person's is as good as absent", async () => {
      const theirs = await idOf(door, carol, other);
      const [foreign, absent] = [await door.touch(bob, theirs), await door.touch(bob, ABSENT)];
      expect(door.dialect.statusOf(foreign)).toBeGreaterThanOrEqual(400);
      expect(foreign.status).toBe(absent.status);
      const told = (body: unknown, id: string) => JSON.stringify(body).replaceAll(id, 'ID');
      expect(told(foreign.body, theirs)).toBe(told(absent.body, ABSENT));
      expect((await seen(door, carol, other))?.archived).toBe(false);
    });
  });

  test("another tenant's person and issue are as good as absent for monday", async () => {
    const gina = userOf(kendo.demo, 'globex', 'gina').id;
    const [foreign, absent] = [gina, ABSENT].map((user) =>
      createNotification(alice, { user, target: his.id, text: 'Hello' }),
    );
    const told = async (answer: typeof foreign, id: unknown) =>
      JSON.stringify((await answer)?.body)
        .replaceAll(String(id), 'ID')
        .replace(/"request_id":"[^"]*"/, '');
    expect(await told(foreign, gina)).toBe(await told(absent, ABSENT));
  });

  test('what monday sends is read through all the others', async () => {
    const dave = userOf(kendo.demo, 'acme', 'dave').id;
    const { status } = await createNotification(alice, { user: dave, target: his.id, text: 'Have a look' });
    expect(status).toBe(200);
    const client = kendo.as('dave');
    await eventually(async () => {
      for (const door of READING) {
        expect((await door.list(client)).map(({ issue }) => issue)).toEqual([his.id]);
      }
    });
  });

  describe.each(named(DOORS))('%s', (_, door) => {
    const { statusOf, messageOf } = door.dialect;

    test.each(door.refuses.map((refused) => [refused.what, refused] as const))(
      'refuses %s in its own shape',
      async (__, { send, status }) => {
        const answer = await send(alice);
        expect([answer.body, statusOf(answer)]).toEqual([answer.body, status]);
        expect(messageOf(answer.body)).toEqual(expect.any(String));
      },
    );

    test.each(Object.entries(HOSTILE))('stands %s', async (__, text) => {
      for (const call of door.carry(alice, text)) {
        const { status, body } = await call;
        expect([status < 500, JSON.stringify(body).slice(0, 200)]).toEqual([true, expect.any(String)]);
      }
    });
  });

  test.each([
    '/api/notifications/bulk-read',
    '/api/v2/notifications/1/read',
    '/notifications',
    '/graphql/system',
    '/v2',
  ])('%s: bytes that are no UTF-8 are a 400', async (path) => {
    const authorization = `Bearer ${userOf(kendo.demo, 'acme', 'alice').token}`;
    const method = path.startsWith('/api/v2') ? 'PATCH' : 'POST';
    const headers = { host: 'acme.localhost', authorization, 'content-type': 'application/json' };
    const { status } = await sendRaw(kendo.port, {
      method,
      path,
      headers,
      body: Buffer.from('{"a":"\xff"}', 'latin1'),
    });
    expect(status).toBe(400);
  });
});
