import type { Client } from './http-client.ts';
import type { Kendo } from './kendo.ts';

/** Somebody whom a test has added to acme. */
export interface Colleague {
  readonly id: number;
  readonly handle: string;
  readonly tokenId: number;
  readonly client: Client;
}

let hired = 0;

/** A new person with this role and a token of their own, made by an admin through the API. */
export async function hire(kendo: Kendo, role: string, name = 'person'): Promise<Colleague> {
  const alice = kendo.as('alice');
  const handle = `${name}${(hired += 1)}`;
  const user = await alice.post<{ id: number }>('/api/users', {
    handle,
    first_name: 'New',
    last_name: handle,
    email: `${handle}@acme.example`,
    role,
  });
  expect([user.status, user.body]).toEqual([201, user.body]);
  const { id } = user.body;
  const minted = await alice.post<{ id: number; token: string }>('/api/tokens', {
    user_id: id,
    name: 'Test',
    abilities: ['*'],
  });
  expect(minted.status).toBe(201);
  return { id, handle, tokenId: minted.body.id, client: kendo.withToken(minted.body.token) };
}

/** A new role of acme; answers its id. */
export async function makeRole(kendo: Kendo, name: string, fields: object): Promise<number> {
  const answer = await kendo
    .as('alice')
    .post<{ id: number }>('/api/roles', { name, permissions: [], ...fields });
  expect(answer.status).toBe(201);
  return answer.body.id;
}
