import type { Client } from 'pg';
import { crowdWatches } from '../crowd.ts';
import type { Kendo } from '../kendo.ts';
import { Scene } from '../scene.ts';

/** One event that mails so many new people, `<handle>1@crowd.example` and so on, and nobody else. */
export async function mailTheCrowd(
  kendo: Kendo,
  admin: Client,
  size: number,
  handle = 'crowd',
): Promise<void> {
  const scene = new Scene(kendo);
  const issue = await scene.issue('bob');
  await crowdWatches(admin, issue, size, handle);
  await scene.comment('bob', issue);
}

/** One event that mails the one person, under this subject; answers its id. */
export async function mailTo(
  kendo: Kendo,
  recipient: number,
  subject: string,
  slug = 'acme',
): Promise<number> {
  const event = {
    type: 'todo.created',
    message: subject,
    recipients: [recipient],
    mail: { subject, text: subject },
  };
  const answer = await kendo.asService(slug).post<{ events: [{ id: number }] }>('/api/events', event);
  expect(answer.status).toBe(202);
  return answer.body.events[0].id;
}
