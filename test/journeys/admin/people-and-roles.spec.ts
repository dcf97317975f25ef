import { hire, makeRole } from '../../support/colleague.ts';
import { startKendo, type Kendo } from '../../support/kendo.ts';
import { type Notification, Scene } from '../../support/scene.ts';

type Refusal = { readonly message: string; readonly errors: Readonly<Record<string, readonly string[]>> };
type Person = {
  readonly id: number;
  readonly role: string;
  readonly role_id: number;
  readonly email: string;
};

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

  beforeAll(async () => {
    kendo = await startKendo();
    scene = new Scene(kendo);
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
      ['role_id', { role: undefined }, 'The role id field is required when role is not present.'],
      ['first_name', { first_name: 'A\r\nBcc: x' }, /must be one line/],
      ['middle_name', { middle_name: 'M.' }, 'The middle name field is prohibited.'],
      ['role', { role_id: 1 }, /role field is prohibited/],
    ])('is refused for its %s: %j', async (field, change, sentence) => {
      const fresh = { ...grace, handle: 'heidi', email: 'heidi@acme.example' };
      const { status, body } = await alice().post<Refusal>('/api/users', { ...fresh, ...change });

      expect([status, Object.keys(body.errors)]).toEqual([422, [field]]);
      expect(body.message).toMatch(sentence);
    });

    test('is refused for all that is missing at once', async () => {
      const { body } = await alice().post<Refusal>('/api/users', {});

      expect(Object.keys(body.errors).sort()).toEqual([
        'email',
        'first_name',
        'handle',
        'last_name',
        'role_id',
      ]);
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

      await alice().patch(`/api/users/${id}`, { role: 'Member' });
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

    test.each(['member', 'MEMBER'])('has a name of its own, in any spelling: %s', async (name) => {
      const { status, body } = await alice().post<Refusal>('/api/roles', { name, permissions: [] });

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

  describe('a person who is deleted', () => {
    const inbox = '/api/notifications';
    const tagOf = async (handle: string) => String((await kendo.as(handle).get(inbox)).headers['etag']);
    const again = (handle: string, tag: string) =>
      kendo.as(handle).get<Notification[]>(inbox, undefined, { 'if-none-match': tag });

    test('has done what they did, is nobody, and leaves nothing', async () => {
      const frank = await hire(kendo, 'member', 'frank');
      const project = `/api/projects/${scene.project.id}`;
      await alice().post(`${project}/members`, { user_id: frank.id });
      const issue = await scene.issue('carol', { assignee_id: frank.id });
      const comments = `${project}/issues/${issue.key}/comments`;
      await frank.client.post(comments, { body: 'On my way.' });
      const [row] = await scene.rowsWhen('carol', issue, 1);
      expect(row?.actor).toMatchObject({ id: frank.id });
      const tag = await tagOf('carol');
      expect((await again('carol', tag)).status).toBe(304);

      expect((await alice().delete(`/api/users/${frank.id}`)).status).toBe(204);
      const fresh = await again('carol', tag);
      expect(fresh.status).toBe(200);
      expect(fresh.body.find(({ id }) => id === row?.id)).toEqual({ ...row, actor: null });
      expect((await alice().get(comments)).body).toMatchObject([{ body: 'On my way.', author_id: null }]);
      const shown = await alice().get(`${project}/issues/${issue.key}`);
      expect(shown.body).toMatchObject({ assignee_id: null });
      expect((await frank.client.get('/api/profile')).status).toBe(401);
      expect((await alice().get(`/api/users/${frank.id}`)).status).toBe(404);
      const tokens = await alice().get(`/api/tokens?user_id=${frank.id}`);
      expect(tokens.body).toEqual([]);
      const members = (await alice().get<{ user_id: number }[]>(`${project}/members`)).body;
      expect(members.map(({ user_id }) => user_id)).not.toContain(frank.id);
      expect((await alice().delete(`/api/users/${frank.id}`)).status).toBe(404);
    });

    test('or renamed is not shown under the old name', async () => {
      const judy = await hire(kendo, 'member', 'judy');
      await alice().post(`/api/projects/${scene.project.id}/members`, { user_id: judy.id });
      const issue = await scene.issue('carol');
      await judy.client.post(`/api/projects/${scene.project.id}/issues/${issue.key}/comments`, {
        body: 'Yes.',
      });
      await scene.rowsWhen('carol', issue, 1);
      const tag = await tagOf('carol');

      await alice().patch(`/api/users/${judy.id}`, { locale: 'nl' });
      expect((await again('carol', tag)).status).toBe(304);
      await alice().patch(`/api/users/${judy.id}`, { first_name: 'Judith' });
      const { status, body } = await again('carol', tag);
      expect([status, body[0]?.actor]).toEqual([200, expect.objectContaining({ first_name: 'Judith' })]);
    });
  });
});
