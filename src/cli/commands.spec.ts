import { Module } from '@nestjs/common';
import { OPERATIONS } from '../operations/catalogue.js';
import { OperationRefused } from '../operations/operation-refused.error.js';
import { Operations } from '../operations/operations.js';
import { COMMANDS } from './commands.js';
import { runCommandLine } from './run-command-line.js';

type Fields = Readonly<Record<string, unknown>>;

/** What was asked for, and what is answered. */
let asked: [operation: string, input: Fields][] = [];
let answers: (object | Error)[] = [];

class Recorder extends Operations {
  async run(operation: string, input: Fields): Promise<object> {
    asked.push([operation, input]);
    const answer = answers.shift() ?? {};
    if (answer instanceof Error) throw answer;
    return answer;
  }
}

@Module({ providers: [{ provide: Operations, useClass: Recorder }, ...COMMANDS] })
class Recorded {}

/** Everything is printed through these. */
const prints = {
  out: jest.spyOn(process.stdout, 'write').mockImplementation(() => true),
  err: jest.spyOn(process.stderr, 'write').mockImplementation(() => true),
  log: jest.spyOn(console, 'log').mockImplementation(() => undefined),
  error: jest.spyOn(console, 'error').mockImplementation(() => undefined),
};
const { argv } = process;

beforeEach(() => {
  [asked, answers] = [[], []];
  jest.clearAllMocks();
});
afterAll(() => {
  process.argv = argv;
  jest.restoreAllMocks();
});

/** Words apart by a space; `_` in a word is one. */
async function run(line: string) {
  const words = line
    .split(' ')
    .filter(Boolean)
    .map((word) => word.replaceAll('_', ' '));
  process.argv = ['node', 'cli', ...words];
  const code = await runCommandLine(Recorded);
  const textOf = (...printed: jest.SpyInstance[]) =>
    printed.flatMap(({ mock }) => mock.calls.map(([text]: unknown[]) => String(text).trim())).join('\n');
  return { code, out: textOf(prints.out, prints.log), err: textOf(prints.err, prints.error) };
}

const LINES: readonly [line: string, operation: string, input: Fields][] = [
  [
    'tenants create acme --name Acme_Inc --colour #0f766e',
    'tenants.create',
    { slug: 'acme', name: 'Acme Inc', colour: '#0f766e' },
  ],
  [
    'tenants create acme --name Acme --admin-email a@acme.example --admin-handle ann --admin-name Ann_Lee',
    'tenants.create',
    { slug: 'acme', name: 'Acme', admin_email: 'a@acme.example', admin_handle: 'ann', admin_name: 'Ann Lee' },
  ],
  ['tenants list --limit 2 --before 7', 'tenants.list', { limit: 2, before: 7 }],
  [
    'users create bob --tenant acme --email b@acme.example --first-name Bob --last-name Lee --role member',
    'users.create',
    {
      tenant: 'acme',
      handle: 'bob',
      email: 'b@acme.example',
      first_name: 'Bob',
      last_name: 'Lee',
      role: 'member',
    },
  ],
  ['users list --tenant acme --limit x', 'users.list', { tenant: 'acme', limit: 'x' }],
  [
    'users update bob --tenant acme --handle rob --locale nl --timezone UTC --email-notifications off',
    'users.update',
    { tenant: 'acme', user: 'bob', handle: 'rob', locale: 'nl', timezone: 'UTC', email_notifications: false },
  ],
  ['users delete bob --tenant acme', 'users.delete', { tenant: 'acme', user: 'bob' }],
  ['roles create ops --tenant acme', 'roles.create', { tenant: 'acme', name: 'ops', permissions: [] }],
  [
    'roles create ops --tenant acme --admin on --permissions issues.read,users.manage',
    'roles.create',
    { tenant: 'acme', name: 'ops', admin: true, permissions: ['issues.read', 'users.manage'] },
  ],
  ['roles list --tenant acme', 'roles.list', { tenant: 'acme' }],
  [
    'roles update ops --tenant acme --name dev --admin off',
    'roles.update',
    { tenant: 'acme', role: 'ops', name: 'dev', admin: false },
  ],
  ['roles update ops --tenant acme --name dev', 'roles.update', { tenant: 'acme', role: 'ops', name: 'dev' }],
  ['roles delete ops --tenant acme', 'roles.delete', { tenant: 'acme', role: 'ops' }],
  [
    'tokens create --tenant acme --user bob --name CI --abilities *',
    'tokens.create',
    { tenant: 'acme', user: 'bob', name: 'CI', abilities: ['*'] },
  ],
  [
    'tokens create --tenant acme --service --name CI --abilities events:write --expires-at 2027-01-01T00:00:00Z',
    'tokens.create',
    {
      tenant: 'acme',
      service: true,
      name: 'CI',
      abilities: ['events:write'],
      expires_at: '2027-01-01T00:00:00Z',
    },
  ],
  ['tokens list --tenant acme --user bob', 'tokens.list', { tenant: 'acme', user: 'bob' }],
  ['tokens revoke 7 --tenant acme', 'tokens.revoke', { tenant: 'acme', token: 7 }],
  ['teams create Data --tenant acme', 'teams.create', { tenant: 'acme', name: 'Data' }],
  ['teams list --tenant acme', 'teams.list', { tenant: 'acme' }],
  ['teams update 7 --tenant acme --name Ops', 'teams.update', { tenant: 'acme', team: 7, name: 'Ops' }],
  ['teams delete 7 --tenant acme', 'teams.delete', { tenant: 'acme', team: 7 }],
  ['teams members 7 --tenant acme --limit 2', 'teams.members', { tenant: 'acme', team: 7, limit: 2 }],
  ['teams add 7 bob --tenant acme', 'teams.add', { tenant: 'acme', team: 7, user: 'bob' }],
  ['teams remove x bob --tenant acme', 'teams.remove', { tenant: 'acme', team: 'x', user: 'bob' }],
  ['audit list --tenant acme', 'audit.list', { tenant: 'acme' }],
  [
    'dead-letters list --tenant acme --before mail-7',
    'dead-letters.list',
    { tenant: 'acme', before: 'mail-7' },
  ],
];

test.each(LINES)('%s', async (line, operation, input) => {
  answers = [{ id: 7, name: 'Ann' }];

  expect(await run(line)).toEqual({ code: 0, out: 'id    7\nname  Ann', err: '' });
  expect(asked).toEqual([[operation, input]]);
});

test('every operation has a command', () => {
  const covered = new Set([...LINES.map(([, operation]) => operation), 'dead-letters.resend']);

  expect([...covered].sort()).toEqual(Object.keys(OPERATIONS).sort());
});

test('a list is JSON for machines', async () => {
  const users = [{ id: 1, uuid: 'u' }];
  answers = [users];
  const { out } = await run('users list --tenant acme --json');

  expect(JSON.parse(out)).toEqual(users);
  expect(asked).toEqual([['users.list', { tenant: 'acme' }]]);
});

test('all dead letters are sent again piece by piece', async () => {
  answers = [
    { resent: 1_000, next: 'mail-7' },
    { resent: 3, next: null },
  ];

  expect((await run('dead-letters resend --all --tenant acme')).out).toBe('resent  1003');
  expect(asked.map(([, input]) => input)).toEqual([
    { tenant: 'acme', all: true },
    { tenant: 'acme', all: true, before: 'mail-7' },
  ]);
});

test('some dead letters are sent again at once', async () => {
  answers = [{ resent: 2, next: null }];

  expect((await run('dead-letters resend mail-1 event-2 --tenant acme')).out).toBe('resent  2');
  expect(asked).toEqual([['dead-letters.resend', { tenant: 'acme', ids: ['mail-1', 'event-2'] }]]);
});

test('what is refused is said on standard error, and ends with 1', async () => {
  answers = [new OperationRefused('There is no tenant nobody.')];

  expect(await run('users list --tenant nobody')).toEqual({
    code: 1,
    out: '',
    err: 'There is no tenant nobody.',
  });
});

test.each([
  ['', 'Usage:'],
  ['users', 'Usage:'],
  ['nonsense', "unknown command 'nonsense'"],
  ['users nonsense', "unknown command 'nonsense'"],
  ['users nonsense --tenant acme', "unknown command 'nonsense'"],
  ['users --tenant acme list', "unknown option '--tenant'"],
  ['users list', "required option '--tenant <slug>' not specified"],
  ['users list --tenant acme --nonsense', "unknown option '--nonsense'"],
  ['users delete --tenant acme', "missing required argument 'handle'"],
  ['users delete bob carol --tenant acme', 'too many arguments'],
  ['tenants create acme', "required option '--name <name>' not specified"],
])('"%s" is no command: told on standard error, and ends with 2', async (line, sentence) => {
  const { code, out, err } = await run(line);

  expect([code, out, asked]).toEqual([2, '', []]);
  expect(err).toContain(sentence);
});

test.each(['--help', 'users --help', 'tokens create --help', 'help users'])(
  '%s is no mistake',
  async (line) => {
    const { code, out, err } = await run(line);

    expect([code, err, asked]).toEqual([0, '', []]);
    expect(out).toContain('Usage:');
  },
);
