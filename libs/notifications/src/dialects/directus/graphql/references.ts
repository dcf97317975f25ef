import {
  type DocumentNode,
  type FieldNode,
  getNamedType,
  type GraphQLSchema,
  Kind,
  type ObjectFieldNode,
  TypeInfo,
  type TypeNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';

const OBJECT = 'directus_notifications';
const RELATIONS = ['recipient', 'sender'];
export const USER_INPUTS = ['create_directus_users_input', 'update_directus_users_input'];
const TEXTS = ['ID', 'String'];

export interface Referring {
  readonly document: DocumentNode;
  /** The variables that stood for a uuid, and stand for a user now. */
  readonly users: ReadonlySet<string>;
}

/**
 * Seed 002 has `recipient` as a uuid, the schema as a user. Before the document is validated, a bare one that is
 * selected becomes `recipient_id`, a text that is given becomes `{id}`, and a variable for it one for a user.
 */
export function withReferences(document: DocumentNode, schema: GraphQLSchema): Referring {
  const types = new TypeInfo(schema);
  const given = new Map<string, string>();
  const referring = visit(
    document,
    visitWithTypeInfo(types, {
      Field: (node) => (types.getParentType()?.name === OBJECT ? bareReference(node) : undefined),
      ObjectField: (node) => {
        const type = getNamedType(types.getInputType())?.name ?? '';
        if (!USER_INPUTS.includes(type)) return undefined;
        if (node.value.kind === Kind.VARIABLE) given.set(node.value.name.value, type);
        return givenReference(node);
      },
    }),
  );
  const users = new Set<string>();
  const typed = visit(referring, {
    VariableDefinition: (node) => {
      const name = node.variable.name.value;
      const type = given.get(name);
      const retyped = type === undefined ? undefined : userTyped(node.type, type);
      if (!retyped) return undefined;
      users.add(name);
      return { ...node, type: retyped };
    },
  });
  return { document: typed, users };
}

function bareReference(node: FieldNode): FieldNode | undefined {
  const { name, alias = name, selectionSet } = node;
  if (selectionSet || !RELATIONS.includes(name.value)) return undefined;
  return { ...node, alias, name: { ...name, value: `${name.value}_id` } };
}

function givenReference(node: ObjectFieldNode): ObjectFieldNode | undefined {
  const { value } = node;
  if (value.kind !== Kind.STRING) return undefined;
  const id: ObjectFieldNode = { kind: Kind.OBJECT_FIELD, name: { kind: Kind.NAME, value: 'id' }, value };
  return { ...node, value: { kind: Kind.OBJECT, fields: [id] } };
}

/** The type of a variable for a text, as one for a user; `undefined` for any other. */
function userTyped(node: TypeNode, type: string): TypeNode | undefined {
  if (node.kind === Kind.NON_NULL_TYPE) {
    const inner = userTyped(node.type, type);
    return inner?.kind === Kind.NAMED_TYPE ? { ...node, type: inner } : undefined;
  }
  if (node.kind !== Kind.NAMED_TYPE || !TEXTS.includes(node.name.value)) return undefined;
  return { ...node, name: { ...node.name, value: type } };
}
