import { userOf } from '../demo.ts';
import type { Kendo } from '../kendo.ts';
import type { Recorder } from './recorder.ts';

type Made = { readonly data: { readonly id: number } };

/** The same inbox, as clients of Directus call it. */
export async function tellDirectus(kendo: Kendo, recorder: Recorder): Promise<void> {
  const [alice, carol] = [kendo.as('alice'), kendo.as('carol')];
  const recipient = userOf(kendo.demo, 'acme', 'carol').uuid;
  const made = await recorder.call<Made>(alice, 'POST /notifications', {
    body: { recipient, subject: 'Hi there!', message: 'The **figures** are in.' },
  });
  const path = { id: made.data.id };
  await recorder.call(carol, 'GET /notifications', {
    query: 'fields=id,subject,sender.first_name&filter[status]=inbox&sort=-timestamp&limit=1',
  });
  await recorder.call(carol, 'GET /notifications/{id}', { path });
  await recorder.call(carol, 'PATCH /notifications/{id}', { path, body: { status: 'archived' } });
  await recorder.call(alice, 'PATCH /notifications', {
    query: 'fields=id,message',
    body: { keys: [path.id], data: { message: 'Updated message!' } },
  });
  await recorder.call(alice, 'DELETE /notifications/{id}', { path, status: 204 });
  await recorder.call(alice, 'DELETE /notifications', { body: [path.id], status: 204 });
  await recorder.call(carol, 'GET /users/me', { query: 'fields=id,email_notifications' });
  await recorder.call(carol, 'PATCH /users/me', { body: { email_notifications: true } });
}
