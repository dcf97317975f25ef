import fc from 'fast-check';
import type { Client as Admin } from 'pg';
import { MONDAY } from '../../support/dialects.ts';
import { tenantOf, userOf } from '../../support/demo.ts';
import { eventually } from '../../support/eventually.ts';
import type { Answer } from '../../support/http-client.ts';
import { startKendo, type Kendo } from '../../support/kendo.ts';
import { sendRaw } from '../../support/raw-request.ts';
import { stateOf } from '../../support/state.ts';
import { furnish, type Things } from '../../support/things.ts';
import { anyJson, atMark, markedTexts } from '../input/anything.ts';

interface Row {
  readonly message: string;
  readonly actor: object | null;
  readonly sender_app: object | null;
}

const SEED = 20_261_120;
const MIB = 1024 * 1024;
const QUERY = `mutation ($user: ID!, $target: ID!, $text: String!) {
  create_notification (user_id: $user, target_id: $target, text: $text, target_type: Project) { id text }
}`;

/** What no proper client of monday would send, and who a notification may come from. */
describe('monday on real PostgreSQL', () => {
  let kendo: Kendo;
  let things: Things;
  let admin: Admin;

  beforeAll(async () => {
    kendo = await startKendo({ expectedErrors: /notification_events.+ does not exist/ });
    things = await furnish(kendo, { slug: 'acme', owner: 'alice', members: ['bob'], prefix: 'AC' });
    admin = await kendo.database.admin();
  });
  afterAll(() => kendo?.stop());

  const variablesOf = (text: string) => ({ user: things.user, target: things.issueId, text });
  const requestOf = (text: string) => ({ query: QUERY, variables: variablesOf(text) });
  const rowWith = (message: string) =>
    eventually(async () => {
      const { body } = await kendo.as('bob').get<Row[]>('/api/notifications?limit=200');
      return body.find((row) => row.message === message) ?? false;
    });
  const sendBytes = (
    body: string | Buffer,
    headers: Readonly<Record<string, string | null>> = {},
    method = 'POST',
  ) => {
    const authorization = userOf(kendo.demo, 'acme', 'alice').token;
    const own = { host: 'acme.localhost', authorization, 'content-type': 'application/json' };
    return sendRaw(kendo.port, { method, path: '/v2', headers: { ...own, ...headers }, body });
  };
  const codeOf = ({ status, body }: Answer) => {
    expect(MONDAY.messageOf(body)).toEqual(expect.stringMatching(/./));
    const { errors } = body as { errors: readonly { extensions: { code: string } }[] };
    return [status, errors[0]?.extensions.code];
  };

  test('hostile requests are refused in one shape, and write nothing', async () => {
    const before = await stateOf(kendo);
    const query = (text: string) => JSON.stringify({ query: text });
    const call = QUERY.replace(/^.*\{\n|\n\}$/g, '');
    const aliases = Array.from({ length: 1_000 }, (_, index) => `a${index}: ${call}`).join('\n');
    const hostile: readonly [code: string, body: string | Buffer][] = [
      ['ComplexityException', query(`{ ${'version { '.repeat(50)} value ${'}'.repeat(51)}`)],
      ['ComplexityException', query('{'.repeat(500_000))],
      ['ComplexityException', query(`mutation { ${aliases} }`)],
      [
        'ComplexityException',
        JSON.stringify(Array(1_000).fill({ query: QUERY, variables: variablesOf('Hi') })),
      ],
      ['ParseError', query(`"${'x'.repeat(MIB - 20)}`)],
      ['ParseError', query('fragment F on Query { ...F } { ...F }')],
      ['ParseError', query('{ a\u0000 }')],
      ['ParseError', query(`mutation { create_notification(text: "\\uD800") { id } }`)],
      [
        'InvalidArgumentException',
        JSON.stringify({ query: QUERY, variables: variablesOf('x'.repeat(MIB - 500)) }),
      ],
      ['InvalidArgumentException', query(`mutation { ${call.replaceAll(/\$\w+/g, '1e999')} }`)],
      ['InvalidArgumentException', JSON.stringify({ query: QUERY, variables: [1] })],
      ['InvalidArgumentException', JSON.stringify({ query: 1 })],
      ['InvalidArgumentException', ''],
    ];
    for (const [code, body] of hostile) expect(codeOf(await sendBytes(body))).toEqual([200, code]);
    expect(codeOf(await sendBytes(Buffer.from('{"query":"\xff"}', 'latin1')))).toEqual([400, 'ParseError']);
    expect(codeOf(await sendBytes('{"query":'))).toEqual([400, 'ParseError']);
    const [large, form] = [
      { 'content-length': String(MIB + 1) },
      { 'content-type': 'multipart/form-data; boundary=x' },
    ];
    expect(codeOf(await sendBytes('', large))).toEqual([413, 'InvalidArgumentException']);
    expect(codeOf(await sendBytes('--x--', form))).toEqual([415, 'InvalidArgumentException']);
    const get = await sendBytes('', {}, 'GET');
    expect([...codeOf(get), get.headers['allow']]).toEqual([405, 'InvalidArgumentException', 'POST']);

    expect(await stateOf(kendo)).toEqual(before);
  });

  test('anything in any place of a request', async () => {
    const texts = markedTexts(requestOf('New'));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...texts), anyJson, async (text, json) => {
        const { status, headers, body } = await kendo.as('alice').post('/v2', atMark(text, json));
        const told = body as { data?: object; errors?: unknown[]; account_id?: number };
        expect([200, 400]).toContain(status);
        expect(headers['content-type']).toContain('application/json');
        expect(told.data ?? told.errors).toBeDefined();
        if (told.errors) expect(MONDAY.messageOf(body)).toEqual(expect.stringMatching(/./));
      }),
      { numRuns: 150, seed: SEED },
    );
  });

  test('aliases send one each; one that is refused does not hold up the others', async () => {
    const fields = ['One', 'Two', ''].map(
      (text, index) =>
        `a${index}: create_notification (user_id: ${things.user}, target_id: ${things.issueId}, text: "${text}", target_type: Project) { text }`,
    );
    const { body } = await kendo.as('alice').post('/v2', { query: `mutation { ${fields.join(' ')} }` });

    expect(body).toMatchObject({
      data: { a0: { text: 'One' }, a1: { text: 'Two' }, a2: null },
      errors: [{ path: ['a2'], locations: [{ line: 1 }], extensions: { code: 'InvalidArgumentException' } }],
    });
    await rowWith('One');
    await rowWith('Two');
  });

  test('a token needs the ability, whoever it speaks for; introspection does not', async () => {
    const introspection = { query: '{ __schema { mutationType { fields { name } } } }' };
    const change = (abilities: string[]) =>
      admin.query('UPDATE access_tokens SET abilities = $1 WHERE id = $2', [
        abilities,
        userOf(kendo.demo, 'acme', 'alice').token.split('|')[0],
      ]);
    await change(['events:write']);
    const refused = await kendo.as('alice').post('/v2', requestOf('Without'));

    expect(codeOf(refused)).toEqual([200, 'UserUnauthorizedException']);
    expect((await kendo.as('alice').post('/v2', introspection)).body).toMatchObject({
      data: { __schema: { mutationType: { fields: [{ name: 'create_notification' }] } } },
    });
    await change(['notifications:write']);
    expect((await kendo.as('alice').post('/v2', requestOf('With'))).body).not.toHaveProperty('errors');
    await change(['*']);
  });

  test('a service speaks for its tenant, and an app under its name and icon', async () => {
    const id = tenantOf(kendo.demo, 'acme').service_token.split('|')[0];
    const send = async (text: string) => {
      const { body } = await kendo.asService().post('/v2', requestOf(text));
      expect(body).not.toHaveProperty('errors');
      return rowWith(text);
    };
    await admin.query(`UPDATE access_tokens SET abilities = '{notifications:write}' WHERE id = $1`, [id]);
    expect(await send('From a service')).toMatchObject({ actor: null, sender_app: null });

    const app = { name: 'Deploy "Bot"\r\nBcc: eve@evil.example', icon: 'https://bot.example/icon.png' };
    const change = 'UPDATE access_tokens SET app_name = $2, app_icon = $3, user_id = $4 WHERE id = $1';
    for (const [person, text] of [
      [null, 'From an app'],
      [userOf(kendo.demo, 'acme', 'alice').id, 'From the app of a person'],
    ] as const) {
      await admin.query(change, [id, app.name, app.icon, person]);
      expect(await send(text)).toMatchObject({ actor: null, sender_app: app });
      const [mail] = await eventually(async () => {
        const mails = (await kendo.mailsTo('bob@acme.example')).filter(({ subject }) => subject === text);
        return mails.length === 1 && mails;
      });
      expect(mail?.header('from')).toContain('Deploy');
      expect(mail?.header('bcc')).toBeUndefined();
    }
  });

  test('what fails beneath is told in the same shape', async () => {
    await admin.query('ALTER TABLE notification_events RENAME TO notification_events_gone');
    const answer = await kendo.as('alice').post('/v2', requestOf('Lost'));
    await admin.query('ALTER TABLE notification_events_gone RENAME TO notification_events');

    expect(codeOf(answer)).toEqual([500, 'INTERNAL_SERVER_ERROR']);
    expect(MONDAY.messageOf(answer.body)).toBe('Server Error');
  });
});
