import type { Client as Admin } from 'pg';
import { userOf } from '../support/demo.ts';
import { Client } from '../support/http-client.ts';
import { startServer } from '../support/kendo-process.ts';
import { startKendo, type Kendo } from '../support/kendo.ts';
import type { Child } from '../support/process/child.ts';
import { freePort } from '../support/process/free-port.ts';

/** What an administrator takes away in the database is gone in every process with the next request. */
describe('revocation', () => {
  let kendo: Kendo;
  let second: Child;
  let ports: readonly [number, number];
  let admin: Admin;

  beforeAll(async () => {
    kendo = await startKendo();
    const port = await freePort();
    second = await startServer(port, { ...kendo.settings, SEED_DEMO: '0', DELIVERY: 'off' });
    ports = [kendo.port, port];
    admin = await kendo.database.admin();
  });
  afterAll(async () => {
    await second?.kill('SIGTERM');
    await kendo?.stop();
  });

  const tokenOf = (handle: string) => userOf(kendo.demo, 'acme', handle).token;
  const idOf = (handle: string) => userOf(kendo.demo, 'acme', handle).id;
  /** What both processes answer to one token. */
  const statuses = (token: string, method = 'GET', path = '/api/notifications', body?: unknown) =>
    Promise.all(
      ports.map(async (port) => {
        const client = new Client(port, 'acme.localhost', { authorization: `Bearer ${token}` });
        return (await client.send(method, path, body)).status;
      }),
    );
  const changeToken = async (token: string, change: string) => {
    const { rowCount } = await admin.query(`${change} WHERE id = $1`, [token.split('|')[0]]);
    expect(rowCount).toBe(1);
  };

  test('a token that an admin revokes is a 401 at once, in both processes', async () => {
    const alice = kendo.as('alice');
    const draft = { user_id: idOf('bob'), name: 'Short', abilities: [] };
    const { id, token } = (await alice.post<{ id: number; token: string }>('/api/tokens', draft)).body;
    expect(await statuses(token)).toEqual([200, 200]);

    expect((await alice.delete(`/api/tokens/${id}`)).status).toBe(204);
    expect(await statuses(token)).toEqual([401, 401]);
  });

  test.each([
    ['a token that is deleted', 'alice', 'DELETE FROM access_tokens'],
    ['a token that has expired', 'bob', 'UPDATE access_tokens SET expires_at = now()'],
    ['a token whose secret was changed', 'carol', "UPDATE access_tokens SET hash = sha256('another')"],
  ])('%s is a 401 at once, in both processes', async (_, handle, change) => {
    const token = tokenOf(handle);
    expect(await statuses(token)).toEqual([200, 200]);

    await changeToken(token, change);
    expect(await statuses(token)).toEqual([401, 401]);
  });

  test('a token works until the moment at which it expires', async () => {
    const token = tokenOf('dave');
    await changeToken(token, "UPDATE access_tokens SET expires_at = now() + interval '1 hour'");
    expect(await statuses(token)).toEqual([200, 200]);

    await changeToken(token, "UPDATE access_tokens SET expires_at = now() - interval '1 millisecond'");
    expect(await statuses(token)).toEqual([401, 401]);
  });

  test('so is the permission of a role, the membership in a project, and the person', async () => {
    const [token, project] = [tokenOf('erin'), kendo.demo.tenants[0]?.projects[0]?.id];
    const path = `/api/projects/${project}/issues`;
    await admin.query(
      `INSERT INTO project_members (tenant_id, project_id, user_id)
       SELECT tenant_id, $1, id FROM users WHERE id = $2`,
      [project, idOf('erin')],
    );
    const write = () => statuses(token, 'POST', path, { title: 'New' });
    expect(await write()).toEqual([201, 201]);

    await admin.query(
      `UPDATE users SET role_id = (SELECT id FROM roles r WHERE r.tenant_id = users.tenant_id AND name = 'viewer')
       WHERE id = $1`,
      [idOf('erin')],
    );
    expect(await write()).toEqual([403, 403]);
    expect(await statuses(token, 'GET', path)).toEqual([200, 200]);

    await admin.query('DELETE FROM project_members WHERE user_id = $1', [idOf('erin')]);
    expect(await statuses(token, 'GET', path)).toEqual([404, 404]);

    await admin.query('DELETE FROM users WHERE id = $1', [idOf('erin')]);
    expect(await statuses(token)).toEqual([401, 401]);
  });

  test('and the ability of a token', async () => {
    const token = kendo.demo.tenants[0]?.service_token ?? '';
    const event = { type: 'todo.created', message: 'Hello', recipients: [idOf('alice')] };
    const write = () => statuses(token, 'POST', '/api/events', event);
    expect(await write()).toEqual([202, 202]);

    await changeToken(token, "UPDATE access_tokens SET abilities = '{}'");
    expect(await write()).toEqual([403, 403]);
  });
});
