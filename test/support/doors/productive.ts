import { PRODUCTIVE } from '../dialects.ts';
import type { Answer } from '../http-client.ts';
import { inUrl, type ReadingDoor } from './door.ts';

const PATH = '/api/v2/notifications';

interface Threads {
  readonly data: readonly {
    readonly id: string;
    readonly attributes: {
      readonly target_id: number;
      readonly target_type: string;
      readonly dismissed: boolean;
    };
  }[];
}

export const PRODUCTIVE_DOOR: ReadingDoor = {
  name: 'Productive',
  dialect: PRODUCTIVE,
  list: async (client) => {
    const { body } = await client.get<Threads>(`${PATH}?page[size]=200`);
    return body.data
      .filter(({ attributes }) => attributes.target_type === 'task')
      .map(({ id, attributes }) => ({ id, issue: attributes.target_id, archived: attributes.dismissed }));
  },
  mark: async (client, ids, as) => {
    let answer: Answer | undefined;
    for (const id of ids) {
      answer = await client.patch(`${PATH}/${id}/${as === 'archived' ? 'dismiss' : 'undismiss'}`);
    }
    return answer ?? client.get(PATH);
  },
  touch: (client, id) => client.patch(`${PATH}/${id}/dismiss`),
  refuses: [
    { what: 'a filter that is unknown', status: 400, send: (client) => client.get(`${PATH}?filter[x]=1`) },
    { what: 'a page below 1', status: 400, send: (client) => client.get(`${PATH}?page[number]=0`) },
    { what: 'half of a body', status: 400, send: (client) => client.patch(`${PATH}/1/read`, '{"a":') },
    {
      what: 'an unknown filter at an encoded path',
      status: 400,
      send: (client) => client.get('/api/v2/%6eotifications/?filter[x]=1'),
    },
  ],
  carry: (client, text) => [
    client.get(`${PATH}?filter[type]=${inUrl(text)}`),
    client.get(`${PATH}?${inUrl(text)}=1`),
    client.patch(`${PATH}/${inUrl(text)}/read`, { data: text }),
  ],
};
