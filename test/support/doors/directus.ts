import { DIRECTUS } from '../dialects.ts';
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
