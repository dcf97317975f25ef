import { hire, makeRole } from '../../support/colleague.ts';
import { eventually } from '../../support/eventually.ts';
import { startKendo, type Kendo } from '../../support/kendo.ts';
import { Scene, type Notification } from '../../support/scene.ts';

type Refusal = { readonly message: string; readonly errors: Readonly<Record<string, readonly string[]>> };
interface Token {
  readonly id: number;
  readonly user_id: number | null;
  readonly token: string;
  readonly last_used_at: string | null;
}
interface Entry {
  readonly id: number;
  readonly action: string;
  readonly subject: { readonly type: string; readonly id: number };
  readonly actor_id: number | null;
  readonly before: object | null;
  readonly after: object | null;
}

/** Who may speak, and what was done to the rules. */
describe('tokens and the audit', () => {
  let kendo: Kendo;
  let scene: Scene;

  beforeAll(async () => {
    kendo = await startKendo();
    scene = new Scene(kendo);
  });
  afterAll(() => kendo?.stop());

  const alice = () => kendo.as('alice');
  const mint = async (fields: object) => {
    const draft = { user_id: scene.idOf('bob'), name: 'Laptop', abilities: ['*'], ...fields };
    const { status, body } = await alice().post<Token>('/api/tokens', draft);
    expect([status, body]).toEqual([201, body]);
    return body;
  };
  const entries = async (query = 'limit=200') => (await alice().get<Entry[]>(`/api/audit?${query}`)).body;

  describe('a token', () => {
    test('is told once, speaks for its person, and is gone at once when it is revoked', async () => {
      const { token, ...shown } = await mint({ expires_at: '2096-03-13T14:00:00+02:00' });
      expect(shown).toMatchObject({ name: 'Laptop', app: null, expires_at: '2096-03-13T12:00:00.000000Z' });
      const client = kendo.withToken(token);
      expect((await client.get('/api/profile')).body).toMatchObject({ handle: 'bob' });

      const listed = await alice().get<Token[]>(`/api/tokens?user_id=${scene.idOf('bob')}`);
      expect(listed.body[0]).toEqual({ ...shown, last_used_at: expect.any(String) });
      expect(JSON.stringify(listed.body)).not.toContain(token.split('|')[1]);
      expect((await alice().delete(`/api/tokens/${shown.id}`)).status).toBe(204);
      expect((await client.get('/api/profile')).status).toBe(401);
      expect((await alice().delete(`/api/tokens/${shown.id}`)).status).toBe(404);
    });

    test('of a service is nobody, and does what its abilities say', async () => {
      const event = { type: 'todo.created', message: 'Hi', recipients: [scene.idOf('erin')] };
      const send = async (abilities: string[]) => {
        const { token } = await mint({ user_id: null, name: 'CI', abilities });
        return (await kendo.withToken(token).post('/api/events', event)).status;
      };

      expect(await send(['events:write'])).toBe(202);
      expect(await send(['notifications:write'])).toBe(403);
      expect(await send([])).toBe(403);
    });

    test('of an app acts under its name', async () => {
      const app = { app_name: 'Robot', app_icon: 'https://robot.example/icon.png' };
      const { token } = await mint({ user_id: null, name: 'Robot', abilities: ['events:write'], ...app });
      const recipients = [scene.idOf('erin')];
      const event = { type: 'robot.spoke', message: 'Beep', actor_id: scene.idOf('bob'), recipients };
      await kendo.withToken(token).post('/api/events', event);

      await eventually(async () => {
        const { body } = await kendo
          .as('erin')
          .get<(Notification & { sender_app: object })[]>('/api/notifications');
        const row = body.find(({ message }) => message === 'Beep');
        expect(row?.sender_app).toEqual({ name: 'Robot', icon: app.app_icon });
      });
    });

    test.each([
      ['abilities.0', { abilities: ['everything'] }],
      ['expires_at', { expires_at: '2020-01-01T00:00:00Z' }],
      ['user_id', { user_id: 999_999 }],
      ['user_id', { user_id: undefined }],
      ['app_icon', { app_icon: 'https://robot.example/icon.png' }],
      ['app', { app: { name: 'Robot', icon: null } }],
      ['app_name', { app_name: 'Robot\nBcc: x' }],
    ])('is refused for its %s: %j', async (field, change) => {
      const draft = { user_id: scene.idOf('bob'), name: 'Laptop', abilities: [], ...change };
      const { status, body } = await alice().post<Refusal>('/api/tokens', draft);

      expect([status, Object.keys(body.errors)]).toEqual([422, [field]]);
    });

    test('hands out no ability that the token lacks with which it was asked for', async () => {
      const { token } = await mint({ user_id: scene.idOf('alice'), abilities: ['notifications:write'] });
      const weak = kendo.withToken(token);
      const ask = async (abilities: string[]) =>
        (await weak.post('/api/tokens', { user_id: null, name: 'CI', abilities })).status;

      expect(await ask(['notifications:write'])).toBe(201);
      expect(await ask(['events:write'])).toBe(403);
      expect(await ask(['*'])).toBe(403);
    });

    test("lists are read in pages, of all or of one person's", async () => {
      const all = (await alice().get<Token[]>('/api/tokens?limit=200')).body;
      const [first, second] = (await alice().get<Token[]>('/api/tokens?limit=2')).body;
      const next = (await alice().get<Token[]>(`/api/tokens?limit=2&before=${second?.id}`)).body;
      const bobs = (await alice().get<Token[]>(`/api/tokens?user_id=${scene.idOf('bob')}`)).body;

      expect([first, second, ...next].map((token) => token?.id)).toEqual(all.slice(0, 4).map(({ id }) => id));
      expect(bobs).toEqual(all.filter(({ user_id }) => user_id === scene.idOf('bob')));
      expect(all.map(({ id }) => id)).toEqual(all.map(({ id }) => id).sort((one, other) => other - one));
    });
  });

  describe('the audit', () => {
    test('has each change, by whom, as it was and as it is, and no secret', async () => {
      const last = (await entries('limit=1'))[0]?.id ?? 0;
      const role = await makeRole(kendo, 'audited', { permissions: ['issues.read'] });
      await alice().patch(`/api/roles/${role}`, { permissions: ['issues.read', 'reports.read'] });
      const { id, tokenId, client } = await hire(kendo, 'audited');
      await alice().patch(`/api/users/${id}`, { first_name: 'Grace', role: 'viewer' });
      const team = (await alice().post<{ id: number }>('/api/teams', { name: 'Owls' })).body.id;
      await alice().patch(`/api/teams/${team}`, { name: 'Hawks' });
      await alice().post(`/api/teams/${team}/members`, { user_id: id });
      await alice().delete(`/api/teams/${team}/members/${id}`);
      await alice().delete(`/api/teams/${team}`);
      await alice().post(`/api/projects/${scene.project.id}/members`, { user_id: id });
      await alice().delete(`/api/projects/${scene.project.id}/members/${id}`);
      await alice().delete(`/api/tokens/${tokenId}`);
      await alice().delete(`/api/users/${id}`);
      await alice().delete(`/api/roles/${role}`);
      expect((await client.get('/api/profile')).status).toBe(401);

      const told = (await entries(`after=${last}&limit=200`)).reverse();
      expect(told.map(({ action, subject, before, after }) => [action, subject.id, before, after])).toEqual([
        ['role.created', role, null, { name: 'audited', admin: false, permissions: ['issues.read'] }],
        [
          'role.changed',
          role,
          { permissions: ['issues.read'] },
          { permissions: ['issues.read', 'reports.read'] },
        ],
        ['user.created', id, null, expect.objectContaining({ id, role: 'audited' })],
        ['token.created', tokenId, null, expect.objectContaining({ user_id: id, abilities: ['*'] })],
        [
          'user.changed',
          id,
          { first_name: 'New', role: 'audited', role_id: role },
          expect.objectContaining({ first_name: 'Grace', role: 'viewer' }),
        ],
        ['team.created', team, null, { name: 'Owls' }],
        ['team.changed', team, { name: 'Owls' }, { name: 'Hawks' }],
        ['team.member-added', team, null, { user_id: id }],
        ['team.member-removed', team, { user_id: id }, null],
        ['team.deleted', team, { name: 'Hawks' }, null],
        ['project.member-added', scene.project.id, null, { user_id: id }],
        ['project.member-removed', scene.project.id, { user_id: id }, null],
        ['token.deleted', tokenId, expect.objectContaining({ user_id: id }), null],
        ['user.deleted', id, expect.objectContaining({ first_name: 'Grace' }), null],
        ['role.deleted', role, expect.objectContaining({ name: 'audited' }), null],
      ]);
      for (const { action, subject, actor_id } of told) {
        expect([action.split('.')[0], actor_id]).toEqual([subject.type, scene.idOf('alice')]);
      }
      expect(JSON.stringify(told)).not.toMatch(/hash|\d\|[\w-]{40}/);
    });

    test('has nothing of what was refused, or changed nothing', async () => {
      const before = await entries();
      await alice().post('/api/users', { handle: 'x' });
      await alice().delete(`/api/users/${scene.idOf('alice')}`);
      await alice().patch(`/api/users/${scene.idOf('bob')}`, { first_name: 'Bob' });
      await kendo.as('bob').post('/api/roles', { name: 'mine', permissions: [] });

      expect(await entries()).toEqual(before);
    });

    test("is a tenant's own, and read in pages", async () => {
      expect((await kendo.as('gina', 'globex').get('/api/audit')).body).toEqual([]);
      const all = await entries();
      const [first, second] = await entries('limit=2');
      expect([first, second, ...(await entries(`limit=2&before=${second?.id}`))]).toEqual(all.slice(0, 4));
    });
  });
});
