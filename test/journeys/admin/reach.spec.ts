import { type Colleague, hire, makeRole } from '../../support/colleague.ts';
import { startKendo, type Kendo } from '../../support/kendo.ts';
import { Scene } from '../../support/scene.ts';

type Refusal = { readonly errors: Readonly<Record<string, readonly string[]>> };

const UNAUTHORIZED = { message: 'This action is unauthorized.' };
const grace = {
  handle: 'grace',
  first_name: 'Grace',
  last_name: 'Hill',
  email: 'grace@acme.example',
  role: 'member',
};

/** How far those reach who manage people. */
describe('reach', () => {
  let kendo: Kendo;
  let scene: Scene;
  let deputyRole: number;
  /** May manage users, and is no admin. */
  let deputy: Colleague;

  beforeAll(async () => {
    kendo = await startKendo();
    scene = new Scene(kendo);
    deputyRole = await makeRole(kendo, 'deputy', { permissions: ['users.manage'] });
    deputy = await hire(kendo, 'deputy');
  });
  afterAll(() => kendo?.stop());

  const alice = () => kendo.as('alice');
  const roleNamed = async (name: string) => {
    const { body } = await alice().get<{ id: number; name: string }[]>('/api/roles?limit=200');
    return body.find((role) => role.name === name)?.id ?? 0;
  };

  describe('who manages users and is no admin', () => {
    test('governs everybody else', async () => {
      const { client } = deputy;
      const { status, body } = await client.post<{ id: number }>('/api/users', grace);
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
      const { body } = await alice().get(`/api/users/${admin}`);
      expect(body).toMatchObject({ role: 'admin', email: 'alice@acme.example' });
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

    test('may go as soon as there is another', async () => {
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
