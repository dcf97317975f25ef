import { NATIVE } from '../dialects.ts';
import type { Client } from '../http-client.ts';
import type { Notification } from '../scene.ts';
import { inUrl, type ReadingDoor, type Seen } from './door.ts';

const PATH = '/api/notifications';

const rows = async (client: Client, query: string): Promise<Seen[]> => {
  const { body } = await client.get<Notification[]>(`${PATH}?limit=200&${query}`);
  return body
    .filter(({ notifiable }) => notifiable?.['type'] === 'issue')
    .map(({ id, notifiable, archived_at }) => ({
      id: String(id),
      issue: Number(notifiable?.['id']),
      archived: archived_at !== null,
    }));
};

export const NATIVE_DOOR: ReadingDoor = {
  name: 'native',
  dialect: NATIVE,
  list: async (client) => [...(await rows(client, 'archived=0')), ...(await rows(client, 'archived=1'))],
  mark: (client, ids, as) =>
    client.post(`${PATH}/bulk-${as === 'archived' ? 'archive' : 'unarchive'}`, {
      notification_ids: ids.map(Number),
    }),
  touch: (client, id) => client.post(`${PATH}/bulk-archive`, { notification_ids: [Number(id)] }),
  refuses: [
    { what: 'a limit that is no number', status: 422, send: (client) => client.get(`${PATH}?limit=many`) },
    { what: 'ids that are missing', status: 422, send: (client) => client.post(`${PATH}/bulk-read`, {}) },
    { what: 'half of a body', status: 400, send: (client) => client.post(`${PATH}/bulk-read`, '{"a":') },
  ],
  carry: (client, text) => [
    client.get(`${PATH}?type=${inUrl(text)}`),
    client.post(`${PATH}/bulk-read`, { notification_ids: [text] }),
    client.post('/api/events', { type: 'todo.created', message: text, recipients: [1] }),
  ],
};
