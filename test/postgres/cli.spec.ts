import { rm } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { answerOf, commandLine } from '../support/command-line.ts';
import { readDemo } from '../support/demo.ts';
import { eventually } from '../support/eventually.ts';
import { startKendo, type Kendo } from '../support/kendo.ts';
import { mailTo } from '../support/mail/mailing.ts';
import { Scene } from '../support/scene.ts';

/** With a server database the command line is a process of its own beside the others. */
describe('the command line', () => {
  let kendo: Kendo;

  beforeAll(async () => {
    kendo = await startKendo();
  });
  afterAll(() => kendo?.stop());

  test('makes a tenant whose first admin is in at once', async () => {
    const admin = [
      '--admin-email',
      'bill@initech.example',
      '--admin-handle',
      'bill',
      '--admin-name',
      'Bill Lumbergh',
    ];
    const create = ['tenants', 'create', 'initech', '--name', 'Initech', ...admin];
    const { admin_token: token } = await answerOf<{ admin_token: string }>(kendo.settings, ...create);

    const bill = kendo.withToken(token, 'initech');
    expect((await bill.get('/api/profile')).body).toMatchObject({ handle: 'bill', role: 'admin' });
    expect((await bill.post('/api/projects', { name: 'Reports', prefix: 'TPS' })).status).toBe(201);
  });

  test('shows dead letters, and has them sent by who delivers', async () => {
    kendo.sink.answer = { rcpt: () => ({ code: 550, text: 'gone \u001b[2J' }) };
    await mailTo(kendo, new Scene(kendo).idOf('bob'), 'To bob');
    await eventually(async () => {
      expect((await kendo.as('alice').get('/api/dead-letters')).body).toHaveLength(1);
    });
    const { out } = await commandLine(kendo.settings, 'dead-letters', 'list', '--tenant', 'acme');
    const [head, row, ...others] = out.trimEnd().split('\n');
    expect(head?.split(/ {2,}/)).toEqual(['id', 'event', 'email', 'reason', 'attempts', 'last_answer']);
    expect(row).toMatch(/^mail-\d+ +custom +bob@acme\.example +refused +1 +.*550 gone/);
    expect(others).toEqual([]);
    kendo.sink.answer = {};

    const resend = ['dead-letters', 'resend', '--all', '--tenant', 'acme'];
    expect(await answerOf(kendo.settings, ...resend)).toEqual({ resent: 1 });
    await eventually(() => expect(kendo.sink.mailsTo('bob@acme.example')).toHaveLength(1));
    const { body } = await kendo.as('alice').get('/api/audit');
    const entry = { action: 'tenant.dead-letters-resent', actor_id: null, operator: userInfo().username };
    expect(body).toEqual([expect.objectContaining(entry)]);
  });

  test('a tenant that it made is not taken for the demo, which comes all the same', async () => {
    const admin = await kendo.database.admin();
    await admin.query("UPDATE tenants SET slug = 'hooli' WHERE slug = 'globex'");
    await rm(join(kendo.settings['DATA_DIR'] ?? '', 'demo.json'));
    await kendo.restart();

    const { tenants } = await readDemo(kendo.settings['DATA_DIR'] ?? '');
    expect(tenants.map(({ slug }) => slug)).toEqual(['globex']);
    expect(kendo.output).toContain("The tenant acme is not the demo's, and stays as it is.");
  });

  test('says in a sentence what it cannot do', async () => {
    const url = new URL(kendo.database.url);
    url.password = 'wrong';
    const list = (settings: object) =>
      commandLine({ ...kendo.settings, ...settings }, 'users', 'list', '--tenant', 'x');
    const [unknown, locked] = await Promise.all([list({}), list({ DATABASE_URL: url.href })]);

    expect(unknown).toEqual({ code: 1, out: '', err: 'There is no tenant x.\n' });
    expect(locked).toMatchObject({ code: 1, out: '' });
    expect(locked.err).toMatch(/^The PostgreSQL that DATABASE_URL names cannot be used\. .*\n$/);
    expect(locked.err).not.toContain(url.href);
  });
});
