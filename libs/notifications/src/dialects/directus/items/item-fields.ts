import type { Operand, PersonRole } from '../../../inbox/query/row-query.js';
import { COLLECTION, USERS } from '../errors/directus-error.js';

export type FieldType = 'integer' | 'timestamp' | 'string' | 'text' | 'uuid' | 'boolean';

export interface Field {
  readonly operand: Operand;
  readonly type: FieldType;
}

/** The fields of one collection, as a query may name them. */
export interface FieldSet {
  readonly collection: string;
  /** The relation through which it is asked; empty for the notifications themselves. */
  readonly path: string;
  readonly fields: ReadonlyMap<string, Field>;
  readonly relations: ReadonlyMap<string, RelatedSet>;
}

export type RelatedSet = FieldSet & { readonly person: PersonRole };

const NONE: FieldSet['relations'] = new Map();

/** All that anybody may know of a user. */
function users(person: PersonRole): RelatedSet {
  return {
    collection: USERS,
    path: person,
    person,
    relations: NONE,
    fields: new Map<string, Field>([
      ['id', { operand: { person, column: 'uuid' }, type: 'uuid' }],
      ['first_name', { operand: { person, column: 'firstName' }, type: 'string' }],
      ['last_name', { operand: { person, column: 'lastName' }, type: 'string' }],
      ['email', { operand: { person, column: 'email' }, type: 'string' }],
      ['language', { operand: { person, column: 'locale' }, type: 'string' }],
      ['email_notifications', { operand: { person, column: 'getsMail' }, type: 'boolean' }],
    ]),
  };
}

/** A notification, its fields in the order in which Directus gives them. */
export const NOTIFICATIONS: FieldSet = {
  collection: COLLECTION,
  path: '',
  relations: new Map([
    ['recipient', users('recipient')],
    ['sender', users('sender')],
  ]),
  fields: new Map<string, Field>([
    ['id', { operand: { column: 'id' }, type: 'integer' }],
    ['timestamp', { operand: { column: 'time' }, type: 'timestamp' }],
    ['status', { operand: { column: 'status' }, type: 'string' }],
    ['recipient', { operand: { column: 'recipient' }, type: 'uuid' }],
    ['sender', { operand: { column: 'sender' }, type: 'uuid' }],
    ['subject', { operand: { column: 'line' }, type: 'string' }],
    ['message', { operand: { column: 'body' }, type: 'text' }],
    ['collection', { operand: { column: 'collection' }, type: 'string' }],
    ['item', { operand: { column: 'item' }, type: 'string' }],
  ]),
};
