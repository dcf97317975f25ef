import { DIRECTUS, DIRECTUS_GRAPHQL, MONDAY, PRODUCTIVE } from './dialects.ts';
import { admins, anybody, people, type Route } from './route.ts';
import type { Things } from './things.ts';

const CREATE_NOTIFICATION = `mutation ($user_id: ID!, $target_id: ID!) {
  create_notification (user_id: $user_id, target_id: $target_id, text: "New", target_type: Project) { id }
}`;

const ofThread = { dialect: PRODUCTIVE, parameters: { id: 'thread' } } as const;
const threadChange = { ...ofThread, answers: [200, 200, 403, 200, 403] } as const satisfies Route;

/** For who manages them all, what is not there is left alone. */
const ofItem = { dialect: DIRECTUS, parameters: { id: 'notification' }, absent: [204, 403] } as const;
const status = () => ({ status: 'inbox' });

/** A document of GraphQL as Directus speaks it; what the caller's schema does not have is a 400. */
const graphql = (query: string, variables: (things: Things) => object) => ({
  dialect: DIRECTUS_GRAPHQL,
  body: (things: Things) => ({ query, variables: variables(things) }),
});

/** The routes of the dialects beside the native one. */
export const DIALECT_ROUTES: Readonly<Record<string, Route>> = {
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
  'GET /graphql/system': { dialect: DIRECTUS_GRAPHQL, answers: anybody(400) },
  'POST /graphql/system': {
    ...graphql('{ notifications { id recipient } }', () => ({})),
    answers: people(),
  },
  'POST /graphql/system #notifications_by_id': {
    ...graphql('query ($id: ID!) { notifications_by_id(id: $id) { id } }', ({ notification: id }) => ({
      id,
    })),
    answers: people(),
    ids: { 'variables.id': 'notification' },
  },
  'POST /graphql/system #notifications_aggregated': {
    ...graphql('{ notifications_aggregated { count { id } } }', () => ({})),
    answers: people(),
  },
  'POST /graphql/system #users_me': { ...graphql('{ users_me { id } }', () => ({})), answers: people() },
  'POST /graphql/system #update_users_me': {
    ...graphql('mutation { update_users_me(data: { email_notifications: true }) { id } }', () => ({})),
    answers: people(),
  },
  'POST /graphql/system #create_notifications_items': {
    ...graphql(
      `
        mutation ($to: String) {
          create_notifications_items(data: [{ recipient: $to, subject: "New" }]) {
            recipient
          }
        }
      `,
      ({ userUuid: to }) => ({ to }),
    ),
    answers: [200, 400, 400, 400, 400],
  },
  'POST /graphql/system #update_notifications_item': {
    ...graphql(
      'mutation ($id: ID!) { update_notifications_item(id: $id, data: { status: "inbox" }) { status } }',
      ({ notification: id }) => ({ id }),
    ),
    answers: [200, 200, 400, 200, 400],
    ids: { 'variables.id': 'notification' },
    absent: [200, 403],
  },
  'POST /graphql/system #update_notifications_items': {
    ...graphql(
      'mutation ($ids: [ID!]!) { update_notifications_items(ids: $ids, data: { status: "inbox" }) { id } }',
      ({ notification }) => ({ ids: [notification] }),
    ),
    answers: [200, 200, 400, 200, 400],
    ids: { 'variables.ids': 'notification' },
    absent: [200, 403],
  },

  'GET /api/v2/notifications': { dialect: PRODUCTIVE, answers: people() },
  'GET /api/v2/notifications/{id}': { ...ofThread, answers: people() },
  'PATCH /api/v2/notifications/{id}/dismiss': threadChange,
  'PATCH /api/v2/notifications/{id}/undismiss': threadChange,
  'PATCH /api/v2/notifications/{id}/read': threadChange,
};

/** After all that needs what they delete. */
export const DIALECT_DELETES: Readonly<Record<string, Route>> = {
  'POST /graphql/system #delete_notifications_items': {
    ...graphql(
      'mutation ($ids: [ID!]!) { delete_notifications_items(ids: $ids) { __typename } }',
      ({ notification }) => ({ ids: [notification] }),
    ),
    answers: [200, 400, 400, 400, 400],
    absent: [200, 400],
  },
  'DELETE /notifications/{id}': { ...ofItem, answers: admins(204) },
  'DELETE /notifications': {
    dialect: DIRECTUS,
    answers: admins(204),
    body: ({ notification }) => [notification],
  },
};
