import { userOf } from '../demo.ts';
import type { Kendo } from '../kendo.ts';
import type { Recorder } from './recorder.ts';

const ITEMS = '/notifications';

/** An admin and their people, as who comes from Directus sees them. */
export async function tellItems(kendo: Kendo, recorder: Recorder): Promise<void> {
  const alice = kendo.as('alice');
  const recipient = userOf(kendo.demo, 'acme', 'carol').uuid;
  const { data } = await recorder.call<{ data: { id: number } }>(alice, `POST ${ITEMS}`, {
    body: { recipient, subject: 'Lunch', message: 'At **one**?', collection: 'articles', item: '1' },
  });
  const path = { id: data.id };
  await recorder.call(alice, `GET ${ITEMS}/{id}`, { path, query: 'fields=id,subject,recipient.first_name' });
  const filter = encodeURIComponent(JSON.stringify({ id: { _eq: data.id } }));
  await recorder.call(alice, `GET ${ITEMS}`, { query: `filter=${filter}&meta=filter_count` });
  await recorder.call(alice, `PATCH ${ITEMS}/{id}`, { path, body: { subject: 'Late lunch' } });
  await recorder.call(alice, `PATCH ${ITEMS}`, { body: { keys: [data.id], data: { status: 'archived' } } });
  await recorder.call(alice, `DELETE ${ITEMS}/{id}`, { path, status: 204 });
  await recorder.call(alice, `DELETE ${ITEMS}`, { body: [data.id], status: 204 });
  await recorder.call(alice, 'GET /users/me');
  await recorder.call(alice, 'PATCH /users/me', { body: { email_notifications: true } });
}
