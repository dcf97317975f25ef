import { DIRECTUS, DIRECTUS_GRAPHQL } from '../dialects.ts';
import type { Answer, Client } from '../http-client.ts';
import { inUrl, type ReadingDoor, type Seen } from './door.ts';

const PATH = '/notifications';

interface Item {
  readonly id: number | string;
  readonly status: string;
  readonly collection: string | null;
  readonly item: string | null;
}

function seenIn(items: readonly Item[]): Seen[] {
  return items
    .filter(({ collection }) => collection === 'issues')
    .map(({ id, item, status }) => ({
      id: String(id),
      issue: Number(item),
      archived: status === 'archived',
    }));
}

export const DIRECTUS_REST_DOOR: ReadingDoor = {
  name: 'Directus',
  dialect: DIRECTUS,
  list: async (client) => {
    const { body } = await client.get<{ data: readonly Item[] }>(`${PATH}?limit=-1`);
    return seenIn(body.data);
  },
  mark: (client, ids, as) => client.patch(PATH, { keys: ids, data: { status: as } }),
  touch: (client, id) => client.patch(`${PATH}/${id}`, { status: 'archived' }),
  refuses: [
    { what: 'a field that is unknown', status: 403, send: (client) => client.get(`${PATH}?filter[x]=1`) },
    { what: 'a limit below -1', status: 400, send: (client) => client.get(`${PATH}?limit=-2`) },
    { what: 'half of a body', status: 400, send: (client) => client.patch(PATH, '{"a":') },
    {
      what: 'a limit below -1 at an encoded path',
      status: 400,
      send: (client) => client.get('/%6eotifications/?limit=-2'),
    },
    {
      what: 'an unknown id at an encoded path',
      status: 403,
      send: (client) => client.get('/notification%73/0/'),
    },
    {
      what: 'an unknown field at an encoded path',
      status: 403,
      send: (client) => client.get('/users/%6de/?fields=x'),
    },
  ],
  carry: (client, text) => [
    client.get(`${PATH}?filter[subject][_icontains]=${inUrl(text)}&search=${inUrl(text)}`),
    client.get(`${PATH}?filter=${inUrl(text)}&sort=${inUrl(text)}`),
    client.get(`${PATH}?${inUrl(text)}=1`),
    client.patch(`${PATH}/${inUrl(text)}`, { status: text }),
    client.post(PATH, { recipient: text, subject: text, message: text, collection: text, item: text }),
    client.send('SEARCH', PATH, { query: { filter: { [text]: { _eq: text } }, fields: [text] } }),
  ],
};

const GRAPHQL = '/graphql/system';
const LIST = '{ notifications(limit: -1) { id status collection item } }';
const MARK = `mutation ($ids: [ID!]!, $status: String) {
  update_notifications_items(ids: $ids, data: { status: $status }) { id }
}`;
const TOUCH =
  'mutation ($id: ID!) { update_notifications_item(id: $id, data: { status: "archived" }) { id } }';
const ANYWHERE = `query ($text: String, $id: ID!) {
  notifications(search: $text, sort: [$text], filter: { subject: { _icontains: $text } }) { id }
  notifications_by_id(id: $id) { id }
}`;
const MAKE = `mutation ($text: String!) {
  create_notifications_item(data: { recipient: $text, subject: $text, message: $text, item: $text }) { id }
}`;

function ask<Data>(
  client: Client,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Answer<Data>> {
  return client.post<Data>(GRAPHQL, { query, variables });
}

export const DIRECTUS_GRAPHQL_DOOR: ReadingDoor = {
  name: 'Directus in GraphQL',
  dialect: DIRECTUS_GRAPHQL,
  list: async (client) => {
    const { body } = await ask<{ data: { notifications: readonly Item[] } }>(client, LIST);
    return seenIn(body.data.notifications);
  },
  mark: (client, ids, as) => ask(client, MARK, { ids, status: as }),
  touch: (client, id) => ask(client, TOUCH, { id }),
  refuses: [
    { what: 'half of a document', status: 400, send: (client) => ask(client, '{ notifications {') },
    { what: 'a field that is unknown', status: 400, send: (client) => ask(client, '{ x }') },
    {
      what: 'a limit below -1',
      status: 400,
      send: (client) => ask(client, '{ notifications(limit: -2) { id } }'),
    },
    { what: 'half of a body', status: 400, send: (client) => client.post(GRAPHQL, '{"query":') },
    {
      what: 'no document at an encoded path',
      status: 400,
      send: (client) => client.post('/graphql/syste%6d/', {}),
    },
  ],
  carry: (client, text) => [
    ask(client, text),
    ask(client, ANYWHERE, { text, id: text }),
    ask(client, MAKE, { text }),
    client.post(GRAPHQL, { query: LIST, variables: text, operationName: text }),
    client.get(`${GRAPHQL}?query=${inUrl(text)}`),
  ],
};
