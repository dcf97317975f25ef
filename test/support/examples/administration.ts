import { userOf } from '../demo.ts';
import type { Kendo } from '../kendo.ts';
import type { Recorder } from './recorder.ts';

type Created = { readonly id: number };

/** Somebody joins acme, gets a role, a token and a team, and leaves again. */
export async function tellAdministration(kendo: Kendo, recorder: Recorder): Promise<void> {
  const alice = kendo.as('alice');
  await recorder.call(alice, 'GET /api/permissions');
  const { id: role } = await recorder.call<Created>(alice, 'POST /api/roles', {
    body: { name: 'support', permissions: ['issues.read', 'notifications.update'] },
    status: 201,
  });
  await recorder.call(alice, 'GET /api/roles', { query: 'limit=2' });
  await recorder.call(alice, 'GET /api/roles/{role}', { path: { role } });
  await recorder.call(alice, 'PATCH /api/roles/{role}', {
    path: { role },
    body: { permissions: ['issues.read', 'issues.write', 'notifications.update'] },
  });

  const { id: user } = await recorder.call<Created>(alice, 'POST /api/users', {
    body: {
      handle: 'grace',
      first_name: 'Grace',
      last_name: 'Hill',
      email: 'grace@acme.example',
      role_id: role,
      timezone: 'Europe/Amsterdam',
    },
    status: 201,
  });
  await recorder.call(alice, 'PATCH /api/users/{user}', { path: { user }, body: { role: 'member' } });
  const { id: token } = await recorder.call<Created>(alice, 'POST /api/tokens', {
    body: { user_id: user, name: 'Laptop', abilities: ['*'], expires_at: '2096-03-13T14:00:00Z' },
    status: 201,
  });
  await recorder.call(alice, 'GET /api/tokens', { query: `user_id=${user}` });

  await tellTeam(kendo, recorder);
  await tellDeadLetters(kendo, recorder);
  await recorder.call(alice, 'DELETE /api/tokens/{token}', { path: { token }, status: 204 });
  await recorder.call(alice, 'DELETE /api/users/{user}', { path: { user }, status: 204 });
  await recorder.call(alice, 'DELETE /api/roles/{role}', { path: { role }, status: 204 });
  await recorder.call(alice, 'GET /api/audit', { query: 'limit=3' });
}

async function tellTeam(kendo: Kendo, recorder: Recorder): Promise<void> {
  const alice = kendo.as('alice');
  const user = userOf(kendo.demo, 'acme', 'bob').id;
  const { body } = await alice.post<Created>('/api/teams', { name: 'Helpdesk' });
  const path = { team: body.id };
  await recorder.call(alice, 'PATCH /api/teams/{team}', { path, body: { name: 'Support' } });
  await alice.post(`/api/teams/${path.team}/members`, { user_id: user });
  const member = { path: { ...path, user }, status: 204 };
  await recorder.call(alice, 'DELETE /api/teams/{team}/members/{user}', member);
  await recorder.call(alice, 'DELETE /api/teams/{team}', { path, status: 204 });
}

/** All mail has left, so there is nothing to send again. */
async function tellDeadLetters(kendo: Kendo, recorder: Recorder): Promise<void> {
  const alice = kendo.as('alice');
  await recorder.call(alice, 'GET /api/dead-letters', { query: 'limit=20' });
  const resend = { body: { ids: ['mail-999999'] }, status: 422 };
  await recorder.call(alice, 'POST /api/dead-letters/resend', resend);
}
