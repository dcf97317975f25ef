import { isDeepStrictEqual } from 'node:util';
import { userOf } from '../../support/demo.ts';
import { startKendo, type Kendo } from '../../support/kendo.ts';
import { DEVIATIONS } from './deviations.ts';
import { RECORDED, type Recorded } from './recorded.ts';
import { cast, essenceOf, Replay } from './replay.ts';

/** What is about notifications, and over REST. */
const REPLAYED = RECORDED.filter(({ request }) => request.path.startsWith('/notifications'));

/** The recorded requests against our server: how many answers are alike in status, code and body. */
describe('the recorded answers of Directus', () => {
  let kendo: Kendo;
  const others = new Map<number, unknown>();

  beforeAll(async () => {
    kendo = await startKendo();
    await cast(await kendo.database.admin());
    await letDaveCreate();
    const replay = new Replay(kendo);
    for (const recorded of REPLAYED) {
      await prepare(recorded);
      const answer = essenceOf(recorded, await replay.send(recorded));
      const due = essenceOf(recorded, replay.due(recorded));
      if (!isDeepStrictEqual(answer, due)) others.set(recorded.n, { name: recorded.name, answer, due });
    }
  });
  afterAll(() => kendo?.stop());

  async function letDaveCreate(): Promise<void> {
    const alice = kendo.as('alice');
    const role = { name: 'sender', permissions: ['notifications.create'], admin: false };
    expect((await alice.post('/api/roles', role)).status).toBe(201);
    const path = `/api/users/${userOf(kendo.demo, 'acme', 'dave').id}`;
    expect((await alice.patch(path, { role: 'sender' })).status).toBe(200);
  }

  /** The state that other requests left, which are no part of the recording. */
  async function prepare({ name }: Recorded): Promise<void> {
    if (name.startsWith('24 rows in one POST')) await startOver();
    if (name === 'remaining ids') {
      const keys = Array.from({ length: 10 }, (_, index) => index + 1);
      expect((await kendo.as('alice').delete('/notifications', keys)).status).toBe(204);
    }
  }

  /** No rows, and the next one has the id 1. */
  async function startOver(): Promise<void> {
    const admin = await kendo.database.admin();
    await admin.query('DELETE FROM mail_deliveries');
    await admin.query('DELETE FROM notifications');
    await admin.query('ALTER SEQUENCE notification_ids RESTART');
  }

  test('97 of 100 are right: alike, or otherwise because the contract says so', () => {
    const wrong = [...others.keys()].filter((n) => !DEVIATIONS[n]?.isContract);
    expect(1 - wrong.length / REPLAYED.length).toBeGreaterThanOrEqual(0.97);
  });

  test('every deviation is known', () => {
    const unknown = [...others].filter(([n]) => !DEVIATIONS[n]);
    expect(unknown).toEqual([]);
  });

  const known = Object.entries(DEVIATIONS).map(([n, { because }]) => ({ n: Number(n), because }));
  test.each(known)('$n is otherwise: $because', ({ n }) => {
    expect(others.has(n)).toBe(true);
  });
});
