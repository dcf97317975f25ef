import { PREFERENCE_FLAGS } from '../../../libs/notifications/src/domain/preference-flags.ts';
import { tenantOf, userOf } from '../demo.ts';
import { eventually } from '../eventually.ts';
import type { Kendo } from '../kendo.ts';
import type { Notification } from '../scene.ts';
import { tellAdministration } from './administration.ts';
import { tellDirectus } from './directus.ts';
import type { Recorder } from './recorder.ts';
import { tellThreads } from './threads.ts';

type Created = { readonly id: number };

/** A day at acme, told in calls of every operation, in an order that makes sense of each. */
export async function tellStory(kendo: Kendo, recorder: Recorder): Promise<void> {
  const project = await tellTracker(kendo, recorder);
  await tellInbox(kendo, recorder, project);
  await tellThreads(kendo, recorder);
  await tellAccount(kendo, recorder);
  await tellOutside(kendo, recorder);
  await tellDirectus(kendo, recorder);
  await tellAdministration(kendo, recorder);
}

/** Answers the id of a project in which something happened. */
async function tellTracker(kendo: Kendo, recorder: Recorder): Promise<number> {
  const [alice, bob] = [kendo.as('alice'), kendo.as('bob')];
  const idOf = (handle: string) => userOf(kendo.demo, 'acme', handle).id;
  const made = await recorder.call<Created>(alice, 'POST /api/projects', {
    body: { name: 'Website', prefix: 'WEB' },
    status: 201,
  });
  const project = made.id;
  const path = { project };
  await recorder.call(alice, 'GET /api/projects');
  await recorder.call(alice, 'GET /api/projects/{project}', { path });
  const member = { path, body: { user_id: idOf('bob') }, status: 201 };
  await recorder.call(alice, 'POST /api/projects/{project}/members', member);
  await recorder.call(alice, 'GET /api/projects/{project}/members', { path });
  const lanes = await recorder.call<Created[]>(alice, 'GET /api/projects/{project}/lanes', { path });

  const issues = '/api/projects/{project}/issues';
  const { key: issue } = await recorder.call<{ key: string }>(alice, `POST ${issues}`, {
    path,
    body: { title: 'Add pagination to issue list', description: 'Twenty a page.', assignee_id: idOf('bob') },
    status: 201,
  });
  const one = { project, issue };
  await recorder.call(alice, `GET ${issues}`, { path });
  await recorder.call(alice, `GET ${issues}/{issue}`, { path: one });
  await recorder.call(bob, `GET ${issues}/{issue}/watch`, { path: one });
  await recorder.call(bob, `POST ${issues}/{issue}/comments`, {
    path: one,
    body: { body: 'Shall we count them, @alice?' },
    status: 201,
  });
  await recorder.call(bob, `GET ${issues}/{issue}/comments`, { path: one });
  await rowsOf(kendo, 'alice', 1);
  await recorder.call(bob, `PATCH ${issues}/{issue}`, { path: one, body: { lane_id: lanes.at(-1)?.id } });
  await rowsOf(kendo, 'alice', 2);
  await recorder.call(bob, `POST ${issues}/{issue}/watch`, { path: one });

  const reports = '/api/projects/{project}/reports';
  await recorder.call(bob, `POST ${reports}/watch`, { path });
  const report = await recorder.call<Created>(bob, `POST ${reports}`, {
    path,
    body: { title: 'March', body: 'All is well.' },
    status: 201,
  });
  await rowsOf(kendo, 'alice', 3);
  await recorder.call(bob, `GET ${reports}`, { path });
  await recorder.call(bob, `GET ${reports}/{report}`, { path: { project, report: report.id } });

  const team = await recorder.call<Created>(alice, 'POST /api/teams', {
    body: { name: 'Web' },
    status: 201,
  });
  const inTeam = { team: team.id };
  await recorder.call(alice, 'POST /api/teams/{team}/members', {
    path: inTeam,
    body: { user_id: idOf('carol') },
    status: 201,
  });
  await recorder.call(alice, 'GET /api/teams');
  await recorder.call(alice, 'GET /api/teams/{team}', { path: inTeam });
  await recorder.call(alice, 'GET /api/teams/{team}/members', { path: inTeam });
  await recorder.call(alice, 'DELETE /api/projects/{project}/members/{user}', {
    path: { project, user: idOf('bob') },
    status: 204,
  });
  return project;
}

async function tellInbox(kendo: Kendo, recorder: Recorder, project: number): Promise<void> {
  const alice = kendo.as('alice');
  const inbox = '/api/notifications';
  const rows = await recorder.call<Notification[]>(alice, `GET ${inbox}`, {
    query: `limit=2&project_id=${project}`,
  });
  await recorder.call(alice, `GET ${inbox}/threads`);
  await recorder.call(alice, `POST ${inbox}/seen`, { status: 204 });
  await recorder.call(alice, `GET ${inbox}/counts`);
  const notification_ids = rows.map(({ id }) => id);
  for (const change of ['bulk-read', 'bulk-unread', 'bulk-archive', 'bulk-unarchive', 'bulk-delete']) {
    await recorder.call(alice, `POST ${inbox}/${change}`, { body: { notification_ids }, status: 204 });
  }
  await recorder.call(alice, `POST ${inbox}/read-all`, { status: 204 });
}

async function tellAccount(kendo: Kendo, recorder: Recorder): Promise<void> {
  const bob = kendo.as('bob');
  await recorder.call(bob, 'GET /api/users', { query: 'limit=2' });
  await recorder.call(bob, 'GET /api/users/{user}', {
    path: { user: userOf(kendo.demo, 'acme', 'carol').id },
  });
  await recorder.call(bob, 'GET /api/profile');
  await recorder.call(bob, 'PATCH /api/profile', { body: { locale: 'nl', timezone: 'Europe/Amsterdam' } });
  const preferences = '/api/profile/notification-preferences';
  await recorder.call(bob, `GET ${preferences}`);
  const flags = PREFERENCE_FLAGS.map((flag) => [flag, flag !== 'notify_watched_activity_email']);
  await recorder.call(bob, `POST ${preferences}`, { body: Object.fromEntries(flags) });
}

/** What others than people call: another product, a mail program, whoever watches the process. */
async function tellOutside(kendo: Kendo, recorder: Recorder): Promise<void> {
  const service = kendo.asService();
  const [project] = tenantOf(kendo.demo, 'acme').projects;
  await recorder.call(service, 'POST /api/events', {
    headers: { 'idempotency-key': 'deploy-42' },
    body: {
      type: 'deploy.finished',
      key: 'deploy-42',
      message: 'Version 42 is live',
      subject: { type: 'deploy', id: 42, title: 'Version 42', url: 'https://deploys.example/42' },
      project_id: project?.id,
      recipients: [userOf(kendo.demo, 'acme', 'alice').id],
      mail: { subject: 'Version 42 is live', text: 'Nothing is broken, so far.' },
    },
    status: 202,
  });
  const target = project?.id;
  await recorder.call(kendo.as('bob'), 'POST /v2', {
    body: {
      query: `mutation ($user: ID!, $target: ID!) {
  create_notification (user_id: $user, target_id: $target, text: "This is a notification", target_type: Project) {
    id
    text
  }
}`,
      variables: { user: userOf(kendo.demo, 'acme', 'carol').id, target },
    },
  });
  await tellDirectusGraphql(kendo, recorder);
  const link = await eventually(async () => {
    const [mail] = await kendo.mailsTo('alice@acme.example');
    return /\/unsubscribe\/(\d+)\/([\w-]+)/.exec(mail?.text ?? '') ?? false;
  });
  const path = { userId: link[1] ?? '', signature: link[2] ?? '' };
  await recorder.call(kendo.withToken(null), 'GET /unsubscribe/{userId}/{signature}', { path });
  await recorder.call(kendo.withToken(null), 'POST /unsubscribe/{userId}/{signature}', { path });
  await recorder.call(kendo.withToken(null), 'GET /health/live');
  await recorder.call(kendo.withToken(null), 'GET /health/ready');
}

async function tellDirectusGraphql(kendo: Kendo, recorder: Recorder): Promise<void> {
  const recipient = userOf(kendo.demo, 'acme', 'carol').uuid;
  await recorder.call(kendo.as('alice'), 'POST /graphql/system', {
    body: {
      query: `mutation ($to: String!) {
  create_notifications_item(data: { recipient: $to, subject: "Hi there!" }) {
    id
    recipient
  }
}`,
      variables: { to: recipient },
    },
  });
  const query = encodeURIComponent('{ notifications { id recipient subject } }');
  await recorder.call(kendo.as('carol'), 'GET /graphql/system', { query: `query=${query}` });
}

/** Waits until a person has so many rows: what comes next is told in the same order each time. */
async function rowsOf(kendo: Kendo, handle: string, count: number): Promise<void> {
  await eventually(async () => {
    const { body } = await kendo.as(handle).get<Notification[]>('/api/notifications');
    expect(body.length).toBeGreaterThanOrEqual(count);
  });
}
