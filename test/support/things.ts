import { userOf } from './demo.ts';
import { eventually } from './eventually.ts';
import type { Kendo } from './kendo.ts';
import type { Issue, Notification } from './scene.ts';

/** One of everything that an id or a key can name. */
export interface Things {
  readonly user: number;
  readonly userUuid: string;
  readonly project: number;
  readonly issue: string;
  readonly issueId: number;
  readonly comment: number;
  readonly lane: number;
  readonly report: number;
  readonly team: number;
  readonly notification: number;
  readonly role: number;
  /** That nobody has. */
  readonly unusedRole: number;
  /** A service's. */
  readonly token: number;
  /** The notification's. */
  readonly thread: number;
  readonly deadLetter: string;
}

type Notified = Pick<Things, 'notification' | 'thread'>;

interface Owner {
  readonly slug: string;
  /** An admin, who makes it all and has the notification. */
  readonly owner: string;
  /** In the project and in the team, the first of them assigned to the issue. */
  readonly members: readonly [string, ...string[]];
  readonly prefix: string;
}

type Created = { readonly id: number };

/** What ids of nothing are like. */
export const ABSENT: Things = {
  user: 999_999_999,
  userUuid: '99999999-9999-4999-8999-999999999999',
  project: 999_999_999,
  issue: 'ZZ-9999',
  issueId: 999_999_999,
  comment: 999_999_999,
  lane: 999_999_999,
  report: 999_999_999,
  team: 999_999_999,
  notification: 999_999_999,
  role: 999_999_999,
  unusedRole: 999_999_999,
  token: 999_999_999,
  thread: 999_999_999,
  deadLetter: 'mail-999999999',
};

/** A project of its own with something in it, a team, and a notification, whose mail was refused; on real PostgreSQL. */
export async function furnish(kendo: Kendo, { slug, owner, members, prefix }: Owner): Promise<Things> {
  const admin = kendo.as(owner, slug);
  const make = async <Made extends Created>(path: string, body: object): Promise<Made> => {
    const answer = await admin.post<Made>(path, body);
    expect([path, answer.status]).toEqual([path, 201]);
    return answer.body;
  };
  const idOf = (handle: string) => idIn(kendo, slug, handle);
  const project = await make('/api/projects', { name: prefix, prefix });
  const team = await make('/api/teams', { name: prefix });
  const base = `/api/projects/${project.id}`;
  for (const handle of members) {
    await make(`${base}/members`, { user_id: idOf(handle) });
    await make(`/api/teams/${team.id}/members`, { user_id: idOf(handle) });
  }
  const user = idOf(members[0]);
  const issue = await make<Issue>(`${base}/issues`, { title: `An issue of ${prefix}`, assignee_id: user });
  const comment = await make(`${base}/issues/${issue.key}/comments`, { body: 'A comment' });
  const report = await make(`${base}/reports`, { title: `A report of ${prefix}` });
  const [lane] = (await admin.get<Created[]>(`${base}/lanes`)).body;
  const role = await make('/api/roles', { name: `Given in ${prefix}`, permissions: [] });
  const unusedRole = await make('/api/roles', { name: `Unused in ${prefix}`, permissions: ['issues.read'] });
  const token = await make('/api/tokens', { user_id: null, name: prefix, abilities: [] });
  const notified = await notify(kendo, slug, owner);
  return {
    user,
    userUuid: userOf(kendo.demo, slug, members[0]).uuid,
    project: project.id,
    issue: issue.key,
    issueId: issue.id,
    comment: comment.id,
    lane: lane?.id ?? 0,
    report: report.id,
    team: team.id,
    role: role.id,
    unusedRole: unusedRole.id,
    token: token.id,
    ...notified,
    deadLetter: isEmbedded(kendo) ? ABSENT.deadLetter : await deadLetterOf(kendo, notified.notification),
  };
}

/** Gives a person a notification of their own, in a thread of its own, and answers their ids. */
export async function notify(kendo: Kendo, slug: string, handle: string): Promise<Notified> {
  const message = `For ${handle}`;
  const event = { type: 'todo.created', message, recipients: [idIn(kendo, slug, handle)] };
  expect((await kendo.asService(slug).post('/api/events', event)).status).toBe(202);
  return eventually(async () => {
    const { body } = await kendo.as(handle, slug).get<Notification[]>('/api/notifications');
    const row = body.find((one) => one.message === message);
    return row ? { notification: row.id, thread: row.thread_id } : false;
  });
}

/** There nobody but the product sees the database. */
function isEmbedded({ settings }: Kendo): boolean {
  return settings['DATABASE_URL'] === undefined;
}

/** As the mail worker leaves it when a server refuses a notification's mail. */
export async function deadLetterOf(kendo: Kendo, notification: number): Promise<string> {
  const admin = await kendo.database.admin();
  await admin.query(
    `INSERT INTO mail_deliveries (tenant_id, notification_id, event_id, recipient_id, thread_id, reason, state,
       attempts, closed_because, last_answer, finished_at)
     SELECT tenant_id, id, event_id, recipient_id, thread_id, reason, 3, 1, 'refused', '550 unknown', now()
     FROM notifications WHERE id = $1 ON CONFLICT DO NOTHING`,
    [notification],
  );
  return `mail-${notification}`;
}

function idIn({ demo }: Kendo, slug: string, handle: string): number {
  return userOf(demo, slug, handle).id;
}
