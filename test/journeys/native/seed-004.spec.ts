import { eventually } from '../../support/eventually.ts';
import { startKendo, type Kendo } from '../../support/kendo.ts';
import { Scene, type Issue, type Notification } from '../../support/scene.ts';
import { BULK_CALLS, NOTIFICATION_SAMPLES, PREFERENCES_BODY, SEVEN_TYPES } from './seed-004.ts';

/** Every example of seed 004, as it stands there: paths, bodies, answers, and all seven types. */
describe('seed 004', () => {
  let kendo: Kendo;
  let scene: Scene;
  let project: { id: number };
  let issue: Issue;

  beforeAll(async () => {
    kendo = await startKendo();
    scene = new Scene(kendo);
    await raiseAllSevenTypesForCarol();
  });
  afterAll(() => kendo?.stop());

  async function raiseAllSevenTypesForCarol(): Promise<void> {
    const [alice, carol] = [kendo.as('alice'), kendo.as('carol')];
    project = (await alice.post<{ id: number }>('/api/projects', { name: 'Rocket', prefix: 'RK' })).body;
    const team = (await alice.post<{ id: number }>('/api/teams', { name: 'Launch' })).body;
    const user_id = scene.idOf('carol');
    await alice.post(`/api/projects/${project.id}/members`, { user_id });
    await alice.post(`/api/teams/${team.id}/members`, { user_id });
    const issues = `/api/projects/${project.id}/issues`;
    issue = (await alice.post<Issue>(issues, { title: 'Fuel "it"', assignee_id: user_id })).body;
    const lanes = await alice.get<{ id: number; name: string }[]>(`/api/projects/${project.id}/lanes`);
    const done = lanes.body.find(({ name }) => name === 'Done');
    await alice.post(`${issues}/${issue.key}/comments`, { body: 'Half full.' });
    await alice.patch(`${issues}/${issue.key}`, { lane_id: done?.id });
    await alice.post(`${issues}/${issue.key}/comments`, { body: 'Right, @carol?' });
    await carol.post(`/api/projects/${project.id}/reports/watch`);
    await alice.post(`/api/projects/${project.id}/reports`, { title: 'Week 12' });
  }

  function carolsRows(): Promise<Notification[]> {
    return eventually(async () => {
      const { body } = await kendo.as('carol').get<Notification[]>('/api/notifications');
      expect(body).toHaveLength(SEVEN_TYPES.length);
      return body;
    });
  }

  test.each(SEVEN_TYPES)('type $type: $message', async ({ type, message }) => {
    const row = (await carolsRows()).find((one) => one.type === type);

    expect(row?.message).toBe(message);
  });

  test.each(NOTIFICATION_SAMPLES)(
    'a $notifiable.type row has the keys of the sample, in its order',
    async (sample) => {
      const row = (await carolsRows()).find(({ type }) => type === sample.type);

      expect(Object.keys(row ?? {}).slice(0, Object.keys(sample).length)).toEqual(Object.keys(sample));
      expect(Object.keys(row?.actor ?? {})).toEqual(Object.keys(sample.actor));
      expect(Object.keys(row?.notifiable ?? {})).toEqual(Object.keys(sample.notifiable));
      expect(row?.created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
    },
  );

  test("a report's notifiable is its project, with the report beside", async () => {
    const row = (await carolsRows()).find(({ type }) => type === 7);

    expect(row?.notifiable).toEqual({
      type: 'project',
      id: project.id,
      name: 'Rocket',
      report_id: expect.any(Number),
      report_title: 'Week 12',
    });
  });

  test.each(BULK_CALLS)(
    'POST $path takes the sample body and answers 204',
    async ({ path, count, after }) => {
      const ids = (await carolsRows()).slice(0, count).map(({ id }) => id);

      const answer = await kendo.as('carol').post(path, { notification_ids: ids });

      expect([answer.status, answer.body]).toEqual([204, '']);
      const { body } = await kendo.as('carol').get<Notification[]>('/api/notifications');
      expect(body.filter(({ id }) => ids.includes(id)).map(after.of)).toEqual(after.expected);
    },
  );

  test('GET and POST …/watch answer {"watching"} and toggle with an empty body', async () => {
    const path = `/api/projects/${project.id}/issues/${issue.key}/watch`;
    const carol = kendo.as('carol');

    expect((await carol.get(path)).body).toEqual({ watching: true });
    expect((await carol.post(path)).body).toEqual({ watching: false });
    expect((await carol.post(path, '', { 'content-type': 'application/json' })).body).toEqual({
      watching: true,
    });
  });

  test('POST …/reports/watch answers with all who watch now', async () => {
    const path = `/api/projects/${project.id}/reports/watch`;
    const everybody = [scene.idOf('alice'), scene.idOf('carol')];

    expect((await kendo.as('carol').post(path)).body).toEqual({ report_watcher_ids: [everybody[0]] });
    expect((await kendo.as('carol').post(path)).body).toEqual({ report_watcher_ids: everybody });
  });

  test('POST /api/profile/notification-preferences takes the sample body and answers with the profile', async () => {
    const { status, body } = await kendo
      .as('carol')
      .post('/api/profile/notification-preferences', PREFERENCES_BODY);

    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: scene.idOf('carol'),
      first_name: 'Carol',
      email: 'carol@acme.example',
      notification_preferences: PREFERENCES_BODY,
    });
    const read = await kendo.as('carol').get('/api/profile/notification-preferences');
    expect(read.body).toEqual(PREFERENCES_BODY);
  });

  test.each(Object.keys(PREFERENCES_BODY))('%s is required and a boolean', async (flag) => {
    const carol = kendo.as('carol');
    const path = '/api/profile/notification-preferences';
    const without = Object.fromEntries(Object.entries(PREFERENCES_BODY).filter(([name]) => name !== flag));

    for (const body of [
      without,
      { ...PREFERENCES_BODY, [flag]: 'yes' },
      { ...PREFERENCES_BODY, [flag]: null },
    ]) {
      const answer = await carol.post<{ message: string; errors: object }>(path, body);
      expect(answer.status).toBe(422);
      expect(Object.keys(answer.body.errors)).toEqual([flag]);
    }
  });
});
