import { PREFERENCE_FLAGS } from '../../libs/notifications/src/domain/preference-flags.ts';
import { type Dialect, DIRECTUS, MONDAY, NATIVE, PRODUCTIVE } from './dialects.ts';
import type { Things } from './things.ts';

/** What is answered to an admin, a member, a viewer, a member of no project, and a service. */
export type Answers = readonly [
  admin: number,
  member: number,
  viewer: number,
  outsider: number,
  service: number,
];

export interface Route {
  readonly answers: Answers;
  /** The native one unless it says otherwise. */
  readonly dialect?: Dialect;
  /** Needs no token. */
  readonly isPublic?: true;
  /** What its path names, where a parameter is not called after that. */
  readonly parameters?: Readonly<Record<string, keyof Things>>;
  /** A right body. */
  readonly body?: (things: Things) => object;
  /** Where in the body, such as `variables.user_id`, things are named by id, one or many. */
  readonly ids?: Readonly<Record<string, keyof Things>>;
  /** The statuses of which one is due when what is named is not there; 403, 404 or 422 unless it says otherwise. */
  readonly absent?: readonly number[];
}

const anybody = (status = 200): Answers => [status, status, status, status, status];
const people = (status = 200): Answers => [status, status, status, status, 403];
const readers = (status = 200): Answers => [status, status, status, 404, 403];
const writers = (status: number): Answers => [status, status, 403, 404, 403];
const keepers = (status: number): Answers => [status, 403, 403, 404, 403];
const admins = (status: number): Answers => [status, 403, 403, 403, 403];
const changers: Answers = [204, 204, 403, 204, 403];

const bulk = {
  answers: changers,
  body: ({ notification }: Things) => ({ notification_ids: [notification] }),
  ids: { notification_ids: 'notification' },
} as const satisfies Route;

const member = {
  body: ({ user }: Things) => ({ user_id: user }),
  ids: { user_id: 'user' },
} as const;

const CREATE_NOTIFICATION = `mutation ($user_id: ID!, $target_id: ID!) {
  create_notification (user_id: $user_id, target_id: $target_id, text: "New", target_type: Project) { id }
}`;

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

const ofThread = { dialect: PRODUCTIVE, parameters: { id: 'thread' } } as const;
const threadChange = { ...ofThread, answers: [200, 200, 403, 200, 403] } as const satisfies Route;

/** For who manages them all, what is not there is left alone. */
const ofItem = { dialect: DIRECTUS, parameters: { id: 'notification' }, absent: [204, 403] } as const;
const status = () => ({ status: 'inbox' });

/**
 * Every route of the server. A test compares it with what the server says of itself; what others need is deleted
 * last. A path that takes several operations stands once for each, told apart after a `#`.
 */
export const ROUTES: Readonly<Record<string, Route>> = {
  'GET /health/live': { answers: anybody(), isPublic: true },
  'GET /health/ready': { answers: anybody(), isPublic: true },
  'GET /unsubscribe/{userId}/{signature}': { answers: anybody(404), isPublic: true },
  'POST /unsubscribe/{userId}/{signature}': { answers: anybody(404), isPublic: true },

  'GET /api/users': { answers: anybody() },
  'GET /api/users/{user}': { answers: anybody() },
  'GET /api/profile': { answers: people() },
  'PATCH /api/profile': { answers: people(), body: () => ({ email_notifications: true, locale: 'en' }) },
  'GET /api/profile/notification-preferences': { answers: people() },
  'POST /api/profile/notification-preferences': {
    answers: people(),
    body: () => Object.fromEntries(PREFERENCE_FLAGS.map((flag) => [flag, true])),
  },

  'GET /notifications': { dialect: DIRECTUS, answers: people() },
  'GET /notifications/{id}': { ...ofItem, answers: people() },
  'POST /notifications': {
    dialect: DIRECTUS,
    answers: admins(200),
    body: ({ userUuid }) => ({ recipient: userUuid, subject: 'New' }),
  },
  'PATCH /notifications': {
    dialect: DIRECTUS,
    answers: [200, 200, 403, 200, 403],
    body: ({ notification }) => ({ keys: [notification], data: status() }),
    ids: { keys: 'notification' },
    absent: [200, 403],
  },
  'PATCH /notifications/{id}': { ...ofItem, answers: [200, 200, 403, 200, 403], body: status },
  'GET /users/me': { dialect: DIRECTUS, answers: people() },
  'PATCH /users/me': {
    dialect: DIRECTUS,
    answers: people(),
    body: () => ({ email_notifications: true }),
  },

  'GET /api/v2/notifications': { dialect: PRODUCTIVE, answers: people() },
  'GET /api/v2/notifications/{id}': { ...ofThread, answers: people() },
  'PATCH /api/v2/notifications/{id}/dismiss': threadChange,
  'PATCH /api/v2/notifications/{id}/undismiss': threadChange,
  'PATCH /api/v2/notifications/{id}/read': threadChange,

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

  'GET /notifications': { dialect: DIRECTUS, answers: people() },
  'GET /notifications/{id}': { ...ofItem, answers: people() },
  'POST /notifications': {
    dialect: DIRECTUS,
    answers: admins(200),
    body: ({ userUuid }) => ({ recipient: userUuid, subject: 'New' }),
  },
  'PATCH /notifications': {
    dialect: DIRECTUS,
    answers: [200, 200, 403, 200, 403],
    body: ({ notification }) => ({ keys: [notification], data: status() }),
    ids: { keys: 'notification' },
    absent: [200, 403],
  },
  'PATCH /notifications/{id}': { ...ofItem, answers: [200, 200, 403, 200, 403], body: status },
  'GET /users/me': { dialect: DIRECTUS, answers: people() },
  'PATCH /users/me': {
    dialect: DIRECTUS,
    answers: people(),
    body: () => ({ email_notifications: true }),
  },

  'POST /v2': {
    dialect: MONDAY,
    answers: [200, 200, 200, 404, 403],
    body: ({ user, issueId }) => ({
      query: CREATE_NOTIFICATION,
      variables: { user_id: user, target_id: issueId },
    }),
    ids: { 'variables.user_id': 'user', 'variables.target_id': 'issueId' },
    absent: [400, 404],
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

  'DELETE /notifications/{id}': { ...ofItem, answers: admins(204) },
  'DELETE /notifications': {
    dialect: DIRECTUS,
    answers: admins(204),
    body: ({ notification }) => [notification],
  },
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
