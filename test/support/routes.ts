import { PREFERENCE_FLAGS } from '../../libs/notifications/src/domain/preference-flags.ts';
import { DIALECT_DELETES, DIALECT_ROUTES } from './dialect-routes.ts';
import { type Dialect, NATIVE } from './dialects.ts';
import { admins, anybody, changers, keepers, people, readers, type Route, writers } from './route.ts';
import type { Things } from './things.ts';

const bulk = {
  answers: changers,
  body: ({ notification }: Things) => ({ notification_ids: [notification] }),
  ids: { notification_ids: 'notification' },
} as const satisfies Route;

const member = {
  body: ({ user }: Things) => ({ user_id: user }),
  ids: { user_id: 'user' },
} as const;

const event = ({ user, project }: Things) => ({
  type: 'todo.created',
  message: 'Something to do',
  actor_id: user,
  project_id: project,
  recipients: [user],
});

let made = 0;
/** No prefix, handle, address or name twice. */
const project = () => ({ name: 'New', prefix: `NEW${(made += 1)}` });
const role = () => ({ name: `New ${(made += 1)}`, permissions: ['issues.read'], admin: false });
const person = ({ role }: Things) => ({
  handle: `new${(made += 1)}`,
  first_name: 'New',
  last_name: 'Person',
  email: `new${made}@acme.example`,
  locale: 'nl',
  timezone: 'Europe/Amsterdam',
  profile_picture: 'https://acme.example/new.png',
  role_id: role,
});
const token = ({ user }: Things) => ({
  user_id: user,
  name: 'New',
  abilities: ['events:write'],
  expires_at: '2096-03-13T14:00:00Z',
  app_name: 'New app',
  app_icon: 'https://acme.example/app.png',
});

/**
 * Every route of the server. A test compares it with what the server says of itself; what others need is deleted
 * last. A path that takes several operations stands once for each, told apart after a `#`.
 */
export const ROUTES: Readonly<Record<string, Route>> = {
  'GET /health/live': { answers: anybody(), isPublic: true },
  'GET /health/ready': { answers: anybody(), isPublic: true },
  'GET /unsubscribe/{userId}/{signature}': { answers: anybody(404), isPublic: true },
  'POST /unsubscribe/{userId}/{signature}': { answers: anybody(404), isPublic: true },

  ...DIALECT_ROUTES,

  'GET /api/users': { answers: anybody() },
  'GET /api/users/{user}': { answers: anybody() },
  'GET /api/profile': { answers: people() },
  'PATCH /api/profile': { answers: people(), body: () => ({ email_notifications: true, locale: 'en' }) },
  'GET /api/profile/notification-preferences': { answers: people() },
  'POST /api/profile/notification-preferences': {
    answers: people(),
    body: () => Object.fromEntries(PREFERENCE_FLAGS.map((flag) => [flag, true])),
  },

  'GET /api/notifications': { answers: people() },
  'GET /api/notifications/threads': { answers: people() },
  'GET /api/notifications/counts': { answers: people() },
  'POST /api/notifications/bulk-read': bulk,
  'POST /api/notifications/bulk-unread': bulk,
  'POST /api/notifications/bulk-archive': bulk,
  'POST /api/notifications/bulk-unarchive': bulk,
  'POST /api/notifications/bulk-delete': bulk,
  'POST /api/notifications/read-all': { answers: changers },
  'POST /api/notifications/seen': { answers: changers },
  'POST /api/events': {
    answers: anybody(202),
    body: event,
    ids: { actor_id: 'user', project_id: 'project', recipients: 'user' },
  },

  'GET /api/teams': { answers: people() },
  'POST /api/teams': { answers: admins(201), body: () => ({ name: 'New' }) },
  'GET /api/teams/{team}': { answers: people() },
  'PATCH /api/teams/{team}': { answers: admins(200), body: () => ({ name: 'Changed' }) },
  'GET /api/teams/{team}/members': { answers: people() },
  'POST /api/teams/{team}/members': { answers: admins(200), ...member },

  'GET /api/dead-letters': { answers: admins(200) },
  'POST /api/dead-letters/resend': {
    answers: admins(204),
    body: ({ deadLetter }) => ({ ids: [deadLetter] }),
    ids: { ids: 'deadLetter' },
  },

  'GET /api/projects': { answers: people() },
  'POST /api/projects': { answers: admins(201), body: project },
  'GET /api/projects/{project}': { answers: readers() },
  'GET /api/projects/{project}/lanes': { answers: readers() },
  'GET /api/projects/{project}/issues': { answers: readers() },
  'POST /api/projects/{project}/issues': {
    answers: writers(201),
    body: ({ user, lane }) => ({ title: 'New', description: '', assignee_id: user, lane_id: lane }),
    ids: { assignee_id: 'user', lane_id: 'lane' },
  },
  'GET /api/projects/{project}/issues/{issue}': { answers: readers() },
  'PATCH /api/projects/{project}/issues/{issue}': {
    answers: writers(200),
    body: ({ user, lane }) => ({ title: 'Changed', assignee_id: user, lane_id: lane }),
    ids: { assignee_id: 'user', lane_id: 'lane' },
  },
  'GET /api/projects/{project}/issues/{issue}/comments': { answers: readers() },
  'POST /api/projects/{project}/issues/{issue}/comments': {
    answers: writers(201),
    body: () => ({ body: 'New' }),
  },
  'GET /api/projects/{project}/issues/{issue}/watch': { answers: readers() },
  'POST /api/projects/{project}/issues/{issue}/watch': { answers: readers() },
  'GET /api/projects/{project}/reports': { answers: readers() },
  'POST /api/projects/{project}/reports': {
    answers: writers(201),
    body: () => ({ title: 'New', body: 'All is well.' }),
  },
  'GET /api/projects/{project}/reports/{report}': { answers: readers() },
  'POST /api/projects/{project}/reports/watch': { answers: readers() },
  'GET /api/projects/{project}/members': { answers: readers() },
  'POST /api/projects/{project}/members': { answers: keepers(200), ...member },

  'POST /api/users': { answers: admins(201), body: person, ids: { role_id: 'role' } },
  'PATCH /api/users/{user}': {
    answers: admins(200),
    body: (things) => ({ ...person(things), email_notifications: true }),
    ids: { role_id: 'role' },
  },
  'GET /api/permissions': { answers: admins(200) },
  'GET /api/roles': { answers: admins(200) },
  'POST /api/roles': { answers: admins(201), body: role },
  'GET /api/roles/{role}': { answers: admins(200) },
  'PATCH /api/roles/{role}': { answers: admins(200), body: role },
  'GET /api/tokens': { answers: admins(200) },
  'POST /api/tokens': { answers: admins(201), body: token, ids: { user_id: 'user' } },
  'GET /api/audit': { answers: admins(200) },

  ...DIALECT_DELETES,
  'DELETE /api/projects/{project}/members/{user}': { answers: keepers(204) },
  'DELETE /api/teams/{team}/members/{user}': { answers: admins(204) },
  'DELETE /api/teams/{team}': { answers: admins(204) },
  'DELETE /api/tokens/{token}': { answers: admins(204) },
  'DELETE /api/roles/{role}': { answers: admins(204) },
  'DELETE /api/users/{user}': { answers: admins(204) },
};

export function dialectOf(name: string): Dialect {
  return ROUTES[name]?.dialect ?? NATIVE;
}

/** The routes that speak Laravel's shapes. */
export const NATIVE_ROUTES = Object.keys(ROUTES).filter((name) => dialectOf(name) === NATIVE);

/** `POST /v2` of `POST /v2 #create_notification`, which is how the server calls it. */
export function pathNameOf(name: string): string {
  return name.split(' #')[0] ?? name;
}
