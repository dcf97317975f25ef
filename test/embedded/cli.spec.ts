import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { dirname } from 'node:path';
import { holderOf } from '../../src/embedded/data-dir-lock.ts';
import type { OperationName } from '../../src/operations/catalogue.ts';
import { RemoteOperations } from '../../src/operations/remote-operations.ts';
import { answerOf, commandLine } from '../support/command-line.ts';
import { userOf } from '../support/demo.ts';
import { eventually } from '../support/eventually.ts';
import { startKendo, type Kendo } from '../support/kendo.ts';
import { run } from '../support/process/run.ts';

interface Tenant {
  readonly slug: string;
  readonly url: string;
  readonly admin_token: string;
}

interface Entry {
  readonly operator: string | null;
  readonly action: string;
}

const INITECH = [
  'initech',
  '--name',
  'Initech',
  '--colour',
  '#0F766E',
  '--admin-email',
  'bill@initech.example',
];
const BILL = ['--admin-handle', 'bill', '--admin-name', 'Bill Lumbergh'];

/** The embedded database has one process. The command line asks it, and is that process where there is none. */
describe('the command line', () => {
  let kendo: Kendo;
  let socket: string;

  beforeAll(async () => {
    kendo = await startKendo();
    socket = (await holderOf(kendo.settings['DATA_DIR'] ?? ''))?.operatorSocket ?? '';
  });
  afterAll(() => kendo?.stop());

  /** As the program does it; a process each would take its time. */
  const ask = <Answer>(operation: string, input: Readonly<Record<string, unknown>>) =>
    new RemoteOperations(socket).run(operation as OperationName, input) as Promise<Answer>;
  const profileOf = async (token: string, slug: string) => {
    const { status, body } = await kendo.withToken(token, slug).get<{ handle: string }>('/api/profile');
    return status === 200 ? body.handle : status;
  };

  describe('beside the server', () => {
    test('makes a tenant whose first admin is in at once', async () => {
      const made = await answerOf<Tenant>(kendo.settings, 'tenants', 'create', ...INITECH, ...BILL);

      expect(made).toMatchObject({
        slug: 'initech',
        colour: '#0f766e',
        url: `http://initech.localhost:${kendo.port}`,
      });
      expect(await profileOf(made.admin_token, 'initech')).toBe('bill');
      expect(await profileOf(made.admin_token, 'acme')).toBe(401);
    });

    test('an answer that cannot be printed is told', async () => {
      const mint =
        'node dist/cli.js tokens create --tenant acme --service --name CI --abilities events:write';
      const env = { PATH: process.env['PATH'], ...kendo.settings };

      await expect(run('sh', ['-c', `${mint} > /dev/full`], { env })).rejects.toThrow(
        /^This is done, but what it answers cannot be printed: ENOSPC/,
      );
    });

    test('nobody but the owner of its folder reaches the socket', async () => {
      expect((await stat(dirname(socket))).mode & 0o777).toBe(0o700);
    });

    test('what it changes counts from the next request on', async () => {
      const tenant = 'acme';
      const fields = { email: 'frank@acme.example', first_name: 'Frank', last_name: 'Ford', role: 'viewer' };
      await ask('users.create', { tenant, handle: 'frank', ...fields });
      const token = { tenant, user: 'frank', name: 'Phone', abilities: ['*'] };
      const { id, token: text } = await ask<{ id: number; token: string }>('tokens.create', token);
      expect(await profileOf(text, tenant)).toBe('frank');

      await ask('users.update', { tenant, user: 'Frank', handle: 'francis' });
      expect(await profileOf(text, tenant)).toBe('francis');
      await ask('tokens.revoke', { tenant, token: id });
      expect(await profileOf(text, tenant)).toBe(401);
    });

    test('who is added to a team is told, by nobody of the tenant', async () => {
      const tenant = 'acme';
      const { id: team } = await ask<{ id: number }>('teams.create', { tenant, name: 'Night shift' });
      const [added, again] = [
        await ask('teams.add', { tenant, team, user: 'erin' }),
        await ask('teams.add', { tenant, team, user: 'erin' }),
      ];

      expect([added, again]).toMatchObject([{ added: true }, { added: false }]);
      await eventually(async () => {
        const { body } = await kendo.as('erin').get('/api/notifications');
        expect(body).toMatchObject([{ type: 6, actor: null, notifiable: { type: 'team', id: team } }]);
      });
      expect(await ask('teams.members', { tenant, team })).toMatchObject([{ handle: 'erin' }]);
      expect(await ask('teams.remove', { tenant, team, user: 'erin' })).toEqual({ team, removed: 'erin' });
      expect(await ask('teams.members', { tenant, team })).toEqual([]);

      expect(await ask('teams.update', { tenant, team, name: 'Late shift' })).toMatchObject({
        name: 'Late shift',
      });
      expect(await ask('teams.delete', { tenant, team })).toEqual({ deleted: team });
      await expect(ask('teams.members', { tenant, team })).rejects.toThrow('There is nothing with this id.');
    });

    test("each change is on record as an operator's, and no secret is", async () => {
      await ask('roles.create', { tenant: 'globex', name: 'ops', permissions: ['issues.read'] });
      await ask('roles.update', { tenant: 'globex', role: 'ops', permissions: [] });
      await ask('roles.delete', { tenant: 'globex', role: 'ops' });
      const minted = await ask<{ token: string }>('tokens.create', {
        tenant: 'globex',
        service: true,
        name: 'CI',
        abilities: ['events:write'],
      });
      const entries = await ask<Entry[]>('audit.list', { tenant: 'globex' });

      const actions = ['token.created', 'role.deleted', 'role.changed', 'role.created'];
      expect(entries.map(({ action }) => action)).toEqual(actions);
      for (const { operator } of entries) expect(operator).toMatch(/./);
      expect(JSON.stringify(entries)).not.toContain(minted.token.split('|')[1]);
    });

    const alice = 'users.delete';
    test.each<[string, string, Readonly<Record<string, unknown>>]>([
      ['There is no tenant nobody.', 'users.list', { tenant: 'nobody' }],
      ['The tenant field is required.', 'users.list', {}],
      ['There is no operation users.explode.', 'users.explode', { tenant: 'acme' }],
      ['There is no operation constructor.', 'constructor', {}],
      ['There is a tenant acme already.', 'tenants.create', { slug: 'acme', name: 'Acme' }],
      ['The name field is required.', 'tenants.create', { slug: 'hooli' }],
      ['A slug has 1 to 63', 'tenants.create', { slug: 'Hooli!', name: 'Hooli' }],
      ['A colour is such as', 'tenants.create', { slug: 'hooli', name: 'Hooli', colour: 'red' }],
      ['An admin needs', 'tenants.create', { slug: 'hooli', name: 'Hooli', admin_handle: 'gavin' }],
      ['There is no user gina.', 'users.delete', { tenant: 'acme', user: 'gina' }],
      ['The last admin cannot be removed.', alice, { tenant: 'acme', user: 'alice' }],
      ['There is no role nobody.', 'roles.delete', { tenant: 'acme', role: 'nobody' }],
      ['There is nothing with this id.', 'tokens.revoke', { tenant: 'acme', token: 999_999 }],
      ['There is nothing with this id.', 'teams.add', { tenant: 'acme', team: 999_999, user: 'bob' }],
      ['Say whose token it is', 'tokens.create', { tenant: 'acme', name: 'CI', abilities: ['*'] }],
      ['Name the dead letters', 'dead-letters.resend', { tenant: 'acme' }],
      ['The selected ids.0 is no dead letter.', 'dead-letters.resend', { tenant: 'acme', ids: ['mail-1'] }],
      ['The limit field must not be greater than 200.', 'audit.list', { tenant: 'acme', limit: 201 }],
    ])('%s', async (sentence, operation, input) => {
      await expect(ask(operation, input)).rejects.toThrow(sentence);
    });

    test("another tenant's token is as good as absent", async () => {
      const token = Number(userOf(kendo.demo, 'globex', 'gina').token.split('|')[0]);

      await expect(ask('tokens.revoke', { tenant: 'acme', token })).rejects.toThrow('There is nothing');
    });

    test('a tenant whose admin is refused is not made', async () => {
      const input = {
        slug: 'hooli',
        name: 'Hooli',
        admin_email: 'x',
        admin_handle: 'gavin',
        admin_name: 'Gavin Belson',
      };
      await expect(ask('tenants.create', input)).rejects.toThrow(
        'The email field must be a valid email address.',
      );

      const slugs = (await ask<Tenant[]>('tenants.list', {})).map(({ slug }) => slug);
      expect(slugs).toContain('initech');
      expect(slugs).not.toContain('hooli');
    });
  });

  test('alone, two at once follow one another; the server that comes next sees what they did', async () => {
    const silent = connect(socket).on('error', () => undefined);
    await once(silent, 'connect');
    expect((await kendo.kill('SIGTERM')).code).toBe(0);
    silent.destroy();
    const create = (slug: string) => commandLine(kendo.settings, 'tenants', 'create', slug, '--name', slug);
    const ended = await Promise.all([create('hooli'), create('hooli')]);

    expect(ended.map(({ code }) => code).sort()).toEqual([0, 1]);
    expect(ended.map(({ err }) => err).join('')).toBe('There is a tenant hooli already.\n');
    await kendo.restart();
    expect((await kendo.withToken(null, 'hooli').get('/api/profile')).status).toBe(401);
  }, 60_000);
});
