import { ApiClient, ClientError } from '@mondaydotcomorg/api';
import { userOf } from '../../../support/demo.ts';
import { eventually } from '../../../support/eventually.ts';
import { startKendo, type Kendo } from '../../../support/kendo.ts';
import { localFetch } from '../../../support/local-fetch.ts';
import type { Notification } from '../../../support/scene.ts';
import { furnish, type Things } from '../../../support/things.ts';
import { SEED_EXAMPLES, SEED_IDS, SEED_TEXT, WITH_VARIABLES } from './seeds.ts';

interface Told {
  readonly data?: { readonly create_notification: { readonly id?: string; readonly text?: string } | null };
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

interface Row extends Notification {
  readonly body: string | null;
}

/** `create_notification` of seeds 000 and 001, from the door to the inbox and the mail. */
describe('monday', () => {
  let kendo: Kendo;
  let things: Things;
  /** In a project that Bob and Erin are not in. */
  let hidden: Things;
  let globex: Things;

  beforeAll(async () => {
    kendo = await startKendo();
    things = await furnish(kendo, { slug: 'acme', owner: 'alice', members: ['bob', 'carol'], prefix: 'AC' });
    hidden = await furnish(kendo, { slug: 'acme', owner: 'alice', members: ['carol'], prefix: 'HID' });
    globex = await furnish(kendo, { slug: 'globex', owner: 'gina', members: ['hugo'], prefix: 'GX' });
  });
  afterAll(() => kendo?.stop());

  const idOf = (handle: string, slug = 'acme') => userOf(kendo.demo, slug, handle).id;
  const tokenOf = (handle: string) => userOf(kendo.demo, 'acme', handle).token;
  const notify = async (text: string, given: object = {}, sender = 'bob') => {
    const variables = { user: idOf('carol'), target: things.issueId, text, type: 'Project', ...given };
    const answer = await kendo.as(sender).post<Told>('/v2', { query: WITH_VARIABLES, variables });
    expect(answer.status).toBe(200);
    return answer.body;
  };
  const rowsOf = async (handle: string) =>
    (await kendo.as(handle).get<Row[]>('/api/notifications?limit=200')).body;
  const rowWith = (handle: string, message: string) =>
    eventually(async () => (await rowsOf(handle)).find((row) => row.message === message) ?? false);

  test.each(SEED_EXAMPLES)('seed $name', async ({ query, headers }) => {
    const own = query
      .replace(SEED_IDS.user, String(idOf('carol')))
      .replace(SEED_IDS.target, String(things.issueId));
    const before = (await rowsOf('carol')).length;
    const Authorization = tokenOf('bob');
    const answer = await kendo
      .withToken(null)
      .post<Told>('/v2', { query: own }, { ...headers, Authorization });

    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(answer.body).toEqual({
      data: { create_notification: { text: SEED_TEXT } },
      account_id: kendo.demo.tenants[0]?.id,
      extensions: { request_id: answer.headers['x-request-id'] },
    });
    await eventually(async () => expect(await rowsOf('carol')).toHaveLength(before + 1));
    expect((await rowsOf('carol'))[0]).toMatchObject({
      type: 8,
      message: SEED_TEXT,
      body: null,
      reason: 'direct',
      actor: { id: idOf('bob') },
      notifiable: { type: 'issue', id: things.issueId, key: things.issue },
      sender_app: null,
    });
  });

  test('the four things that a target can be', async () => {
    const expected = [
      ['Project', things.issueId, { type: 'issue', id: things.issueId }],
      ['Project', things.project, { type: 'project', id: things.project }],
      ['Post', things.comment, { type: 'issue', id: things.issueId, comment_id: things.comment }],
      ['post', things.report, { type: 'project', id: things.project, report_id: things.report }],
    ] as const;
    for (const [type, target, notifiable] of expected) {
      const text = `About ${type} ${target}`;
      const { data } = await notify(text, { type, target: String(target) });
      expect(data?.create_notification).toEqual({ id: expect.stringMatching(/^\d+$/), text });
      expect((await rowWith('carol', text)).notifiable).toMatchObject(notifiable);
    }
  });

  test('a long text comes in whole: its first line above, all of it beneath and in the mail', async () => {
    const text = `Read this\r\nBcc: eve@evil.example\r\n\r\n<b>${'long '.repeat(1_990)}</b>`.padEnd(
      10_000,
      '.',
    );
    expect((await notify(` ${text}\n`)).data?.create_notification?.text).toBe(text);

    expect((await rowWith('carol', 'Read this')).body).toBe(text);
    const mail = await eventually(async () => {
      const mails = await kendo.mailsTo('carol@acme.example');
      return mails.find(({ subject }) => subject === 'Read this') ?? false;
    });
    expect(mail.to).toEqual(['carol@acme.example']);
    expect(mail.header('bcc')).toBeUndefined();
    expect(mail.header('x-kendo-reason')).toBe('direct');
    expect(mail.text.split(/\r?\n/).join('\n')).toContain(text.replaceAll('\r\n', '\n'));
    expect(mail.html).not.toContain('<b>');
  });

  test('to oneself; and without a mail where the recipient wants none', async () => {
    await kendo.as('bob').patch('/api/profile', { email_notifications: false });
    await notify('A note to myself', { user: idOf('bob') });
    await rowWith('bob', 'A note to myself');
    await notify('After it');
    await eventually(async () =>
      expect((await kendo.mailsTo('carol@acme.example')).map(({ subject }) => subject)).toContain('After it'),
    );

    const mails = await kendo.mailsTo('bob@acme.example');
    expect(mails.map(({ subject }) => subject)).not.toContain('A note to myself');
  });

  test('what is refused, and with which code; nothing of it is written', async () => {
    const absent = 999_999_999;
    const refused: readonly [code: string, text: string, given?: object, sender?: string][] = [
      ['ResourceNotFoundException', 'Absent', { target: absent }],
      ['ResourceNotFoundException', 'Foreign', { target: globex.issueId }],
      ['ResourceNotFoundException', 'Hidden', { target: hidden.issueId }],
      ['ResourceNotFoundException', 'By an outsider', {}, 'erin'],
      ['ResourceNotFoundException', 'A comment is no project', { target: things.comment }],
      ['ResourceNotFoundException', 'An issue is no post', { type: 'Post' }],
      ['ResourceNotFoundException', 'Misspelt', { target: `0${things.issueId}` }],
      ['ResourceNotFoundException', 'Huge', { target: '9'.repeat(400) }],
      ['InvalidUserIdException', 'Unknown', { user: absent }],
      ['InvalidUserIdException', 'Of globex', { user: idOf('gina', 'globex') }],
      ['InvalidUserIdException', 'Who cannot see it', { user: idOf('erin') }],
      ['InvalidUserIdException', 'Nobody', { user: '' }],
      ['InvalidArgumentException', ' \n\t '],
      ['InvalidArgumentException', 'x'.repeat(10_001)],
      ['InvalidArgumentException', 'a\0b'],
      ['InvalidArgumentException', 'Elsewhere', { type: 'Board' }],
    ];
    const before = [await rowsOf('carol'), await rowsOf('bob'), await rowsOf('erin')];
    for (const [code, text, given, sender] of refused) {
      const { data, errors } = await notify(text, given, sender);
      expect([text, errors?.map(({ extensions }) => extensions.code)]).toEqual([text, [code]]);
      expect(data?.create_notification ?? null).toBeNull();
    }
    await notify('After the refused');
    const row = await rowWith('carol', 'After the refused');

    expect([await rowsOf('carol'), await rowsOf('bob'), await rowsOf('erin')]).toEqual([
      [row, ...(before[0] ?? [])],
      ...before.slice(1),
    ]);
  });

  test('the official client, its errors included', async () => {
    const clientOf = (token: string) =>
      new ApiClient({
        token,
        endpoint: `http://acme.localhost:${kendo.port}/v2`,
        requestConfig: { fetch: localFetch },
      });
    const variables = {
      user: idOf('carol'),
      target: things.issueId,
      text: 'By their client',
      type: 'Project',
    };
    const request = (token: string, given: object = {}) =>
      clientOf(token).request<NonNullable<Told['data']>>(WITH_VARIABLES, { ...variables, ...given });
    const failure = async (call: Promise<unknown>) => {
      const error: unknown = await call.catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(ClientError);
      const { status, errors } = (error as ClientError).response;
      return [status, errors?.[0]?.extensions['code']];
    };

    expect((await request(tokenOf('bob'))).create_notification?.text).toBe('By their client');
    await rowWith('carol', 'By their client');
    expect(await failure(request(tokenOf('bob'), { user: 999 }))).toEqual([200, 'InvalidUserIdException']);
    expect(await failure(request('1|nonsense'))).toEqual([401, 'NOT_AUTHENTICATED']);
    expect(await failure(clientOf(tokenOf('bob')).request('{'))).toEqual([200, 'ParseError']);
    expect(await failure(clientOf(tokenOf('bob')).operations.getMeOp())).toEqual([200, 'ParseError']);
  });
});
