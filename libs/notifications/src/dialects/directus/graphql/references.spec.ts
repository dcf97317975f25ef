import { parse, print } from 'graphql';
import { schemaFor } from './directus-schema.js';
import { withReferences } from './references.js';
import { referredValues } from './referred-values.js';

const SCHEMA = schemaFor({ can: () => true });
const UUID = '410b5772-e63f-4ae6-9ea2-39c3a31bd6ca';

const written = (document: string) => print(withReferences(parse(document), SCHEMA).document);
const values = (document: string, variables: Record<string, unknown>) =>
  referredValues(variables, parse(document), SCHEMA);
const create = (data: string, head = '') =>
  `mutation ${head} { create_notifications_item(data: ${data}) { id } }`;

test.each([
  ['selected', '{ notifications { recipient } }', '{ notifications { recipient: recipient_id } }'],
  ['under a name', '{ notifications { to: sender } }', '{ notifications { to: sender_id } }'],
  [
    'in fragments',
    '{ notifications { ... { recipient } ...A } } fragment A on directus_notifications { sender }',
    '{ notifications { ... { recipient: recipient_id } ...A } } fragment A on directus_notifications { sender: sender_id }',
  ],
  ['given', create(`{recipient: "${UUID}"}`), create(`{recipient: {id: "${UUID}"}}`)],
  [
    'given in a list',
    `mutation { create_notifications_items(data: [{sender: "${UUID}"}]) { id } }`,
    `mutation { create_notifications_items(data: [{sender: {id: "${UUID}"}}]) { id } }`,
  ],
  [
    'given as a variable, which may stand elsewhere too',
    create('{recipient: $to, sender: $from, item: $to}', 'Make($to: String!, $from: ID = "x")'),
    create('{recipient: {id: $to}, sender: {id: $from}, item: $to}', 'Make($to: String!, $from: ID = "x")'),
  ],
  [
    'given as a variable that is another in another operation',
    `${create('{sender: $to}', 'A($to: ID)')} ${create('{sender: $to}', 'B($to: create_directus_users_input)')}`,
    `${create('{sender: {id: $to}}', 'A($to: ID)')} ${create('{sender: $to}', 'B($to: create_directus_users_input)')}`,
  ],
  [
    'given as a variable in a fragment',
    `mutation ($to: ID) { ...F } fragment F on Mutation { create_notifications_item(data: {sender: $to}) { id } }`,
    `mutation ($to: ID) { ...F } fragment F on Mutation { create_notifications_item(data: {sender: {id: $to}}) { id } }`,
  ],
])('a bare person that is %s', (_, document, expected) => {
  expect(written(document)).toBe(print(parse(expected)));
});

test.each([
  '{ notifications { recipient { email } } }',
  '{ notifications_aggregated { count { recipient } } }',
  '{ notifications(filter: {recipient: {id: {_eq: "x"}}}) { recipient_id } }',
  create(`{recipient: {id: "${UUID}"}, subject: "recipient"}`),
  create('{recipient: null}'),
  create('{recipient: $to}', 'Make($to: create_directus_users_input!)'),
  '{ unknown { recipient: x } }',
])('%s stays as it is', (document) => {
  expect(written(document)).toBe(print(parse(document)));
});

test('the values of variables become users where users are due', () => {
  const wrapped = { id: UUID };
  const document = `mutation ($one: create_directus_notifications_input!, $all: [create_directus_notifications_input!]) {
    create_notifications_item(data: $one) { id }
    create_notifications_items(data: $all) { id }
  }`;
  const given = { recipient: UUID, sender: { id: UUID }, subject: UUID, unknown: UUID };
  const due = { ...given, recipient: wrapped };
  expect(values(document, { one: given, all: [given], none: given })).toEqual({
    one: due,
    all: [due],
    none: given,
  });
});

test('the changes of the caller are no person that is referred to', () => {
  const document = 'mutation ($data: update_directus_users_input!) { update_users_me(data: $data) { id } }';
  expect(values(document, { data: UUID })).toEqual({ data: UUID });
});
