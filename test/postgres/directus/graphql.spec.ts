import { createDirectus, graphql, isDirectusError, staticToken } from '@directus/sdk';
import { userOf } from '../../support/demo.ts';
import { eventually } from '../../support/eventually.ts';
import { startKendo, type Kendo } from '../../support/kendo.ts';
import { localFetch } from '../../support/local-fetch.ts';
import { GRAPHQL_EXAMPLES, SEED_RECIPIENT } from './graphql-seed.ts';

const PATH = '/graphql/system';

interface Told {
  readonly data?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}
interface Made {
  readonly data: { readonly made: { readonly id: string } };
}

describe("Directus' GraphQL", () => {
  let kendo: Kendo;

  beforeAll(async () => {
    kendo = await startKendo();
  });
  afterAll(() => kendo?.stop());

  const uuid = (handle: string) => userOf(kendo.demo, 'acme', handle).uuid;
  const ask = async <Body = Told>(handle: string, query: string, variables?: object) =>
    kendo.as(handle).post<Body>(PATH, { query, variables });
  const make = async (handle: string, fields: object = {}) => {
    const query = `mutation ($data: create_directus_notifications_input!) {
      made: create_notifications_item(data: $data) { id }
    }`;
    const data = { recipient: uuid(handle), subject: 'Made', ...fields };
    const { body } = await ask<Made>('alice', query, { data });
    return body.data.made.id;
  };

  test.each(GRAPHQL_EXAMPLES.map((example) => [example.name, example] as const))(
    'seed 002, "%s"',
    async (_, { query, ids: numbers, answer }) => {
      const ids: string[] = [];
      let ours = query.replaceAll(SEED_RECIPIENT, uuid('carol'));
      await make('carol');
      for (const number of numbers) {
        const id = await make('carol');
        ids.push(id);
        ours = ours.replace(new RegExp(`\\b${number}\\b`), id);
      }

      const { status, body } = await ask('alice', ours);

      expect([status, body]).toEqual([200, { data: answer(ids, uuid('carol')) }]);
    },
  );

  describe('@directus/sdk', () => {
    const clientOf = (handle: string) =>
      createDirectus(`http://acme.localhost:${kendo.port}`, { globals: { fetch: localFetch } })
        .with(staticToken(userOf(kendo.demo, 'acme', handle).token))
        .with(graphql());

    test('makes, reads, changes and deletes', async () => {
      const [alice, bob] = [clientOf('alice'), clientOf('bob')];
      const data = { recipient: { id: uuid('bob') }, sender: uuid('alice'), subject: 'By the client' };
      const { made } = await alice.query<{ made: { id: string } }>(
        'mutation ($data: create_directus_notifications_input!) { made: create_notifications_item(data: $data) { id } }',
        { data },
        'system',
      );
      const read = await bob.query(
        'query ($id: ID!) { notifications_by_id(id: $id) { recipient { email } to: recipient sender { id } from: sender subject } }',
        { id: made.id },
        'system',
      );
      expect(read).toEqual({
        notifications_by_id: {
          recipient: { email: 'bob@acme.example' },
          to: uuid('bob'),
          /* Of a user other than oneself, there is the id alone. */
          sender: null,
          from: uuid('alice'),
          subject: 'By the client',
        },
      });
      const changed = await bob.query(
        'mutation ($data: [update_directus_notifications_input!]) { update_notifications_batch(data: $data) { id status } }',
        { data: [{ id: made.id, status: 'archived' }] },
        'system',
      );
      expect(changed).toEqual({ update_notifications_batch: [{ id: made.id, status: 'archived' }] });
      const gone = await alice.query(
        `mutation { delete_notifications_item(id: ${made.id}) { id } }`,
        {},
        'system',
      );
      expect(gone).toEqual({ delete_notifications_item: { id: made.id } });
    });

    test('an error is one of Directus', async () => {
      const refusal: unknown = await clientOf('bob')
        .query('{ notifications_by_id(id: 999999999) { id } }', {}, 'system')
        .catch((error: unknown) => error);

      expect(isDirectusError(refusal)).toBe(true);
      expect(refusal).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    });
  });

  test('filters, sorts, pages, counts and groups as REST does', async () => {
    for (const item of ['1', '2', '3']) await make('dave', { collection: 'notes', item });
    const list = await ask(
      'dave',
      `query ($mine: directus_users_filter) {
        page: notifications(filter: { item: { _in: ["1", "2", "3"] } }, sort: "-item", limit: 2, page: 2) { item }
        search: notifications(search: "notes", limit: -1, filter: { recipient: $mine }) { id }
        notifications_aggregated(groupBy: ["collection"]) { group countAll count { item } }
        notifications(limit: 1) { none: recipient(filter: { first_name: { _eq: "X" } }) { id } timestamp_func { year } }
      }`,
      { mine: { id: { _eq: '$CURRENT_USER' } } },
    );

    expect(list.body).toEqual({
      data: {
        page: [{ item: '1' }],
        search: [expect.any(Object), expect.any(Object), expect.any(Object)],
        notifications_aggregated: [{ group: { collection: 'notes' }, countAll: 3, count: { item: 3 } }],
        notifications: [{ none: null, timestamp_func: { year: new Date().getUTCFullYear() } }],
      },
    });
  });

  test('who manages nothing changes the status of their own, and is shown no more', async () => {
    const [own, foreign] = [await make('bob'), await make('carol')];
    const change = (id: string, data: string) =>
      ask('bob', `mutation { update_notifications_item(id: ${id}, data: ${data}) { status } }`);

    expect((await change(own, '{ status: "archived" }')).body).toEqual({
      data: { update_notifications_item: { status: 'archived' } },
    });
    expect((await change(foreign, '{ status: "archived" }')).body).toMatchObject({
      data: { update_notifications_item: null },
      errors: [{ extensions: { code: 'FORBIDDEN' }, path: ['update_notifications_item'] }],
    });
    for (const { status, body } of [
      await change(own, '{ subject: "Mine" }'),
      await ask('bob', `mutation { delete_notifications_item(id: ${own}) { id } }`),
      await ask(
        'bob',
        `mutation { create_notifications_item(data: { recipient: "${uuid('bob')}" }) { id } }`,
      ),
    ]) {
      expect([status, body.errors?.[0]?.extensions.code]).toEqual([400, 'GRAPHQL_VALIDATION']);
    }
  });

  test('each field that failed is an error, and the other mutations stand', async () => {
    const { status, body } = await ask(
      'alice',
      `mutation {
        wrong: create_notifications_item(data: { recipient: "nobody", status: "read" }) { id }
        right: create_notifications_item(data: { recipient: "${uuid('erin')}", subject: "Right" }) { subject }
      }`,
    );

    expect([status, body.data]).toEqual([200, { wrong: null, right: { subject: 'Right' } }]);
    expect(body.errors?.map(({ extensions }) => extensions.code).sort()).toEqual([
      'FAILED_VALIDATION',
      'FAILED_VALIDATION',
      'INVALID_FOREIGN_KEY',
    ]);
  });

  test('what it makes is mailed, and whatever else stands in a user is not written', async () => {
    const query = `mutation {
      create_notifications_item(data: { recipient: { id: "${uuid('erin')}", email: "x@y.example" }, subject: "Mailed" }) {
        recipient { email }
      }
    }`;

    expect((await ask('alice', query)).body).toEqual({
      data: { create_notifications_item: { recipient: { email: 'erin@acme.example' } } },
    });
    await eventually(async () => {
      const mails = await kendo.mailsTo('erin@acme.example');
      expect(mails.map(({ subject }) => subject)).toContain('Mailed');
    });
  });

  test('users_me, update_users_me', async () => {
    const query = `mutation { update_users_me(data: { email_notifications: false }) { id email_notifications } }`;

    expect((await ask('carol', query)).body).toEqual({
      data: { update_users_me: { id: uuid('carol'), email_notifications: false } },
    });
    expect((await ask('carol', '{ users_me { first_name email_notifications } }')).body).toEqual({
      data: { users_me: { first_name: 'Carol', email_notifications: false } },
    });
    expect(
      (await ask('carol', 'mutation { update_users_me(data: { email: "x" }) { id } }')).body,
    ).toMatchObject({
      data: { update_users_me: null },
      errors: [{ extensions: { code: 'FAILED_VALIDATION', field: 'email' } }],
    });
  });

  test('a query may come by GET, a mutation may not', async () => {
    const get = (query: string) => kendo.as('bob').get<Told>(`${PATH}?query=${encodeURIComponent(query)}`);

    expect((await get('{ users_me { id } }')).body).toEqual({ data: { users_me: { id: uuid('bob') } } });
    const { status, headers, body } = await get('mutation { update_users_me(data: {}) { id } }');
    expect([status, headers['allow'], body.errors?.[0]?.extensions.code]).toEqual([
      405,
      'POST',
      'METHOD_NOT_ALLOWED',
    ]);
  });

  test('application/graphql is no content type', async () => {
    const { status } = await kendo
      .as('bob')
      .post(PATH, '{ __typename }', { 'content-type': 'application/graphql' });
    expect(status).toBe(415);
  });
});
