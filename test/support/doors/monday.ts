import { MONDAY } from '../dialects.ts';
import type { Answer, Client } from '../http-client.ts';
import type { Door } from './door.ts';

const CREATE = `mutation ($user: ID!, $target: ID!, $text: String!) {
  create_notification(user_id: $user, target_id: $target, text: $text, target_type: Project) { id text }
}`;

export interface MondayMessage {
  readonly user: number | string;
  readonly target: number | string;
  readonly text: string;
}

export function createNotification(client: Client, variables: MondayMessage): Promise<Answer> {
  return client.post('/v2', { query: CREATE, variables });
}

/** It writes alone: what it wrote is read through the others. */
export const MONDAY_DOOR: Door = {
  name: 'monday',
  dialect: MONDAY,
  touch: (client, id) => createNotification(client, { user: id, target: id, text: 'Hello' }),
  refuses: [
    {
      what: 'half of a document',
      status: 400,
      send: (client) => client.post('/v2', { query: 'mutation {' }),
    },
    {
      what: 'a field that is unknown',
      status: 400,
      send: (client) => client.post('/v2', { query: '{ x }' }),
    },
    { what: 'half of a body', status: 400, send: (client) => client.post('/v2', '{"query":') },
    {
      what: 'half of a body at an encoded path',
      status: 400,
      send: (client) => client.post('/%762/', '{"query":'),
    },
  ],
  carry: (client, text) => [
    createNotification(client, { user: text, target: text, text }),
    client.post('/v2', { query: text }),
    client.post('/v2', { query: CREATE, variables: text, operationName: text }),
  ],
};
