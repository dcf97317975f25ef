import { hire, makeRole, type Colleague } from '../../support/colleague.ts';
import { startKendo, type Kendo } from '../../support/kendo.ts';
import { Scene } from '../../support/scene.ts';

type Refusal = { readonly message: string; readonly errors: Readonly<Record<string, readonly string[]>> };
type Person = {
  readonly id: number;
  readonly role: string;
  readonly role_id: number;
  readonly email: string;
};

const UNAUTHORIZED = { message: 'This action is unauthorized.' };
const grace = {
  handle: 'Grace.Hill',
  first_name: 'Grace',
  last_name: 'Hill',
  email: 'grace@acme.example',
  role: 'member',
};

/** Whom a tenant knows, and what each of them may do. */
describe('people and roles', () => {
  let kendo: Kendo;
  let scene: Scene;
  let deputyRole: number;
  /** May manage users, and is no admin. */
  let deputy: Colleague;

  beforeAll(async () => {
    kendo = await startKendo();
    scene = new Scene(kendo);
    deputyRole = await makeRole(kendo, 'deputy', { permissions: ['users.manage'] });
    deputy = await hire(kendo, 'deputy', 'deputy');
  });
  afterAll(() => kendo?.stop());

  const alice = () => kendo.as('alice');
  const personOf = async (id: number) => (await alice().get<Person>(`/api/users/${id}`)).body;
  const roleNamed = async (name: string) => {
    const { body } = await alice().get<{ id: number; name: string }[]>('/api/roles?limit=200');
    return body.find((role) => role.name === name)?.id ?? 0;
  };

  describe('a person', () => {
    test('is added, with a handle in lower case and what was left out by default', async () => {
      const { status, body } = await alice().post<Person>('/api/users', grace);

      expect([status, body]).toEqual([
        201,
        {
          ...grace,
          handle: 'grace.hill',
          id: expect.any(Number),
          uuid: expect.any(String),
          role_id: await roleNamed('member'),
          locale: 'en',
          timezone: 'UTC',
          profile_picture: null,
          email_notifications: true,
          created_at: expect.stringMatching(/^\d{4}-.*\.\d{6}Z$/),
        },
      ]);
      expect(await personOf(body.id)).toEqual(body);
    });

    test('is shown in whole to who manages people, and to others as a colleague', async () => {
      const of = async (handle: string) => {
        const { body } = await kendo.as(handle).get<object[]>('/api/users?limit=1');
        return Object.keys(body[0] ?? {});
      };

      expect(await of('bob')).toEqual(['id', 'uuid', 'handle', 'first_name', 'last_name', 'profile_picture']);
      expect(await of('alice')).toEqual(expect.arrayContaining(['email', 'role', 'role_id']));
    });

    test.each([
      ['handle', { handle: 'ALICE' }, 'The handle has already been taken.'],
      ['email', { email: 'Alice@ACME.example' }, 'The email has already been taken.'],
      ['email', { email: 'alice' }, 'The email field must be a valid email address.'],
      ['handle', { handle: 'two words' }, /^The handle field must be letters and digits/],
      ['role', { role: 'king' }, 'The selected role is invalid.'],
      ['role_id', { role: undefined, role_id: 999_999 }, 'The selected role id is invalid.'],
      ['role_id', { role: undefined }, /role id field is required/],
      ['role', { role_id: 1 }, /role field is prohibited/],
    ])('is refused for its %s: %j', async (field, change, sentence) => {
      const fresh = { ...grace, handle: 'heidi', email: 'heidi@acme.example' };
      const { status, body } = await alice().post<Refusal>('/api/users', { ...fresh, ...change });

      expect([status, Object.keys(body.errors)]).toEqual([422, [field]]);
      expect(body.message).toMatch(sentence);
    });

    test('keeps a handle and an address that another tenant has too', async () => {
      const gina = kendo.as('gina', 'globex');
      const answer = await gina.post('/api/users', { ...grace, handle: 'bob', email: 'bob@acme.example' });

      expect(answer.status).toBe(201);
    });

    test('is changed in one field, and the rest stays', async () => {
      const { id } = await hire(kendo, 'viewer');
      const before = await personOf(id);
      const changes = { email_notifications: false, profile_picture: 'https://acme.example/p.png' };
      const { status, body } = await alice().patch(`/api/users/${id}`, changes);

      expect([status, body]).toEqual([200, { ...before, ...changes }]);
      const taken = await alice().patch<Refusal>(`/api/users/${id}`, { email: 'BOB@acme.example' });
      expect([taken.status, taken.body.message]).toEqual([422, 'The email has already been taken.']);
      const own = await alice().patch(`/api/users/${id}`, { email: before.email.toUpperCase() });
      expect(own.status).toBe(200);
    });

    test('does with a new role what it allows, with the next request', async () => {
      const { id, client } = await hire(kendo, 'viewer');
      await alice().post(`/api/projects/${scene.project.id}/members`, { user_id: id });
      const write = async () =>
        (await client.post(`/api/projects/${scene.project.id}/issues`, { title: 'New' })).status;
      expect(await write()).toBe(403);

      await alice().patch(`/api/users/${id}`, { role: 'member' });
      expect(await write()).toBe(201);
    });
  });

  describe('a role', () => {
    test('allows of what there is to allow', async () => {
      const { body } = await alice().get<{ name: string; description: string }[]>('/api/permissions');
      const permissions = body.map(({ name }) => name);
      expect(permissions).toContain('users.manage');
      await makeRole(kendo, 'all but admin', { permissions });

      const unknown = { name: 'odd', permissions: ['issues.read', 'issues.burn'] };
      const answer = await alice().post<Refusal>('/api/roles', unknown);
      expect([answer.status, answer.body.errors]).toEqual([
        422,
        { 'permissions.1': ['The selected permissions.1 is invalid.'] },
      ]);
    });

    test('has a name of its own', async () => {
      const { status, body } = await alice().post<Refusal>('/api/roles', { name: 'deputy', permissions: [] });

      expect([status, body.errors]).toEqual([422, { name: ['The name has already been taken.'] }]);
    });

    test('is changed for all who have it', async () => {
      const id = await makeRole(kendo, 'changing', {});
      const { client } = await hire(kendo, 'changing');
      const makeTeam = async () => (await client.post('/api/teams', { name: 'New' })).status;
      expect(await makeTeam()).toBe(403);

      const { body } = await alice().patch(`/api/roles/${id}`, { permissions: ['teams.write'] });
      expect(body).toEqual({ id, name: 'changing', admin: false, permissions: ['teams.write'] });
      expect(await makeTeam()).toBe(201);
    });

    test('is deleted when nobody has it', async () => {
      const id = await makeRole(kendo, 'passing', {});
      const person = await hire(kendo, 'passing');
      const refused = await alice().delete<Refusal>(`/api/roles/${id}`);
      expect([refused.status, refused.body.errors]).toEqual([422, { role: ['The role is in use.'] }]);

      await alice().patch(`/api/users/${person.id}`, { role: 'viewer' });
      expect((await alice().delete(`/api/roles/${id}`)).status).toBe(204);
      expect((await alice().get(`/api/roles/${id}`)).status).toBe(404);
    });
  });

  describe('who manages users and is no admin', () => {
    test('governs everybody else', async () => {
      const { client } = deputy;
      const { status, body } = await client.post<Person>('/api/users', {
        ...grace,
        handle: 'ivan',
        email: 'ivan@acme.example',
      });
      expect(status).toBe(201);
      const user = `/api/users/${body.id}`;
      expect((await client.patch(user, { role: 'viewer' })).status).toBe(200);
      expect((await client.delete(user)).status).toBe(204);
      const role = await client.post<{ id: number }>('/api/roles', {
        name: 'made',
        permissions: ['issues.read'],
      });
      expect((await client.delete(`/api/roles/${role.body.id}`)).status).toBe(204);
    });

    test('makes nobody an admin, and touches none', async () => {
      const { client, id } = deputy;
      const [admin, adminRole] = [scene.idOf('alice'), await roleNamed('admin')];
      const token = Number(kendo.demo.tenants[0]?.users[0]?.token.split('|')[0]);
      const heidi = { ...grace, handle: 'heidi', email: 'heidi@acme.example' };
      const attempts = [
        await client.patch(`/api/users/${id}`, { role: 'admin' }),
        await client.patch(`/api/users/${id}`, { role_id: adminRole }),
        await client.post('/api/users', { ...heidi, role: 'admin' }),
        await client.patch(`/api/users/${admin}`, { email: 'deputy@acme.example' }),
        await client.patch(`/api/users/${admin}`, { role: 'viewer' }),
        await client.delete(`/api/users/${admin}`),
        await client.post('/api/roles', { name: 'king', permissions: [], admin: true }),
        await client.patch(`/api/roles/${deputyRole}`, { admin: true }),
        await client.patch(`/api/roles/${adminRole}`, { name: 'nobody' }),
        await client.post('/api/tokens', { user_id: admin, name: 'Mine', abilities: [] }),
        await client.delete(`/api/tokens/${token}`),
      ];

      expect(attempts.map(({ status, body }) => [status, body])).toEqual(
        attempts.map(() => [403, UNAUTHORIZED]),
      );
      expect(await personOf(admin)).toMatchObject({ role: 'admin', email: 'alice@acme.example' });
    });
  });

  describe('the last admin', () => {
    const refusal = (field: string) => [422, { [field]: ['The last admin cannot be removed.'] }];
    const answerOf = ({ status, body }: { status: number; body: Refusal }) => [status, body.errors];

    test('is neither deleted nor demoted, in no way', async () => {
      const user = `/api/users/${scene.idOf('alice')}`;
      const role = `/api/roles/${await roleNamed('admin')}`;

      expect(answerOf(await alice().delete<Refusal>(user))).toEqual(refusal('user'));
      expect(answerOf(await alice().patch<Refusal>(user, { role: 'member' }))).toEqual(refusal('role'));
      expect(answerOf(await alice().patch<Refusal>(user, { role_id: deputyRole }))).toEqual(
        refusal('role_id'),
      );
      expect(answerOf(await alice().patch<Refusal>(role, { admin: false }))).toEqual(refusal('admin'));
      expect(answerOf(await alice().delete<Refusal>(role))).toEqual([422, { role: ['The role is in use.'] }]);
      expect((await alice().get('/api/audit')).status).toBe(200);
    });

    test('is one admin of several no more when there are others', async () => {
      await makeRole(kendo, 'second admins', { admin: true });
      const second = await hire(kendo, 'second admins');
      const alices = `/api/users/${scene.idOf('alice')}`;

      expect((await second.client.patch(alices, { role: 'member' })).status).toBe(200);
      expect((await alice().get('/api/audit')).status).toBe(403);
      const own = `/api/users/${second.id}`;
      expect(answerOf(await second.client.delete<Refusal>(own))).toEqual(refusal('user'));
      expect((await second.client.patch(alices, { role: 'admin' })).status).toBe(200);
      expect((await second.client.delete(own)).status).toBe(204);
    });
  });

  describe('teams, under users.manage too', () => {
    test('are renamed and deleted, and their members added and removed', async () => {
      const { client } = deputy;
      const { status, body: team } = await client.post<{ id: number }>('/api/teams', { name: 'Night' });
      expect(status).toBe(201);
      const path = `/api/teams/${team.id}`;
      const bob = scene.idOf('bob');

      expect((await client.patch(path, { name: 'Day' })).body).toMatchObject({ id: team.id, name: 'Day' });
      expect((await client.post(`${path}/members`, { user_id: bob })).status).toBe(201);
      expect((await client.delete(`${path}/members/${bob}`)).status).toBe(204);
      expect((await client.delete(`${path}/members/${bob}`)).status).toBe(404);
      expect((await client.get(`${path}/members`)).body).toEqual([]);
      expect((await client.delete(path)).status).toBe(204);
      expect((await client.get(path)).status).toBe(404);
    });
  });
});
