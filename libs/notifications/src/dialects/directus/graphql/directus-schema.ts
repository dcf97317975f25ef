import { readFileSync } from 'node:fs';
import { buildASTSchema, type DefinitionNode, GraphQLSchema, Kind, parse } from 'graphql';
import type { Caller } from '../../../domain/caller.js';

/** The committed SDL, which is packaged beside `dist`. */
const SDL = parse(readFileSync(new URL('../../../../graphql/directus.graphql', import.meta.url), 'utf8'));

/** What a caller's schema depends on. */
type Rights = Readonly<Record<'creates' | 'updates' | 'manages', boolean>>;

const SCHEMAS = new Map<string, GraphQLSchema>();

/** The schema as the caller has it: mutations and fields that are not theirs to use are not in it. */
export function schemaFor(caller: Pick<Caller, 'can'>): GraphQLSchema {
  const manages = caller.can('notifications.manage');
  const rights: Rights = {
    creates: caller.can('notifications.create'),
    updates: manages || caller.can('notifications.update'),
    manages,
  };
  const key = JSON.stringify(rights);
  const schema = SCHEMAS.get(key) ?? schemaWith(rights);
  SCHEMAS.set(key, schema);
  return schema;
}

function schemaWith(rights: Rights): GraphQLSchema {
  const definitions = SDL.definitions.map((definition) => allowed(definition, rights));
  const { query, mutation } = buildASTSchema({ ...SDL, definitions }).toConfig();
  /* Made anew of its roots, it is without the types that nothing leads to any more. */
  return new GraphQLSchema({ query, mutation });
}

function allowed(definition: DefinitionNode, { creates, updates, manages }: Rights): DefinitionNode {
  if (definition.kind === Kind.OBJECT_TYPE_DEFINITION && definition.name.value === 'Mutation') {
    const fields = definition.fields?.filter(({ name: { value: name } }) => {
      if (name.startsWith('create_')) return creates;
      if (name.startsWith('delete_')) return manages;
      return name === 'update_users_me' || updates;
    });
    return { ...definition, ...(fields && { fields }) };
  }
  if (definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION && definition.name.value === CHANGE) {
    const fields = definition.fields?.filter(({ name }) => manages || ANYBODYS.includes(name.value));
    return { ...definition, ...(fields && { fields }) };
  }
  return definition;
}

const CHANGE = 'update_directus_notifications_input';
/** What all but managers change is the `status`; in a batch the `id` says of which row. */
const ANYBODYS = ['id', 'status'];
