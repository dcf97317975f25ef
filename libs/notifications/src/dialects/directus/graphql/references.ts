import {
  type DefinitionNode,
  type DocumentNode,
  type FieldNode,
  getNamedType,
  type GraphQLSchema,
  Kind,
  type ObjectFieldNode,
  TypeInfo,
  type ValueNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { RELATIONS } from './item-selection.js';

const OBJECT = 'directus_notifications';
export const USER_INPUTS = ['create_directus_users_input', 'update_directus_users_input'];
const TEXTS = ['ID', 'String'];

export interface Referring {
  readonly document: DocumentNode;
  /** The variables for a text that stand in an `{id}` now: a text is one, whatever its type is called. */
  readonly given: ReadonlySet<object>;
}

/**
 * Seed 002 has `recipient` as a uuid, the schema as a user. Before the document is validated, a bare one that is
 * selected becomes `recipient_id`, and a text that is given, by itself or as a variable, becomes `{id}`.
 */
export function withReferences(document: DocumentNode, schema: GraphQLSchema): Referring {
  const types = new TypeInfo(schema);
  const given = new Set<object>();
  let texts: ReadonlySet<string> = new Set();
  const referring = visit(
    document,
    visitWithTypeInfo(types, {
      OperationDefinition: (node) => void (texts = textVariables([node])),
      FragmentDefinition: () => void (texts = textVariables(document.definitions)),
      Field: (node) => (types.getParentType()?.name === OBJECT ? bareReference(node) : undefined),
      ObjectField: (node) => {
        const type = getNamedType(types.getInputType())?.name ?? '';
        if (!USER_INPUTS.includes(type) || !isText(node.value, texts)) return undefined;
        given.add(node.value);
        return givenReference(node);
      },
    }),
  );
  return { document: referring, given };
}

/** The variables for a text; a fragment has those of any operation. */
function textVariables(definitions: readonly DefinitionNode[]): ReadonlySet<string> {
  const variables = definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? (definition.variableDefinitions ?? []) : [],
  );
  const texts = variables.filter(({ type }) => {
    const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
    return named.kind === Kind.NAMED_TYPE && TEXTS.includes(named.name.value);
  });
  return new Set(texts.map(({ variable }) => variable.name.value));
}

function isText(value: ValueNode, texts: ReadonlySet<string>): boolean {
  return value.kind === Kind.STRING || (value.kind === Kind.VARIABLE && texts.has(value.name.value));
}

function bareReference(node: FieldNode): FieldNode | undefined {
  const { name, alias = name, selectionSet } = node;
  if (selectionSet || !RELATIONS.includes(name.value)) return undefined;
  return { ...node, alias, name: { ...name, value: `${name.value}_id` } };
}

function givenReference(node: ObjectFieldNode): ObjectFieldNode {
  const id = { kind: Kind.OBJECT_FIELD, name: { kind: Kind.NAME, value: 'id' }, value: node.value } as const;
  return { ...node, value: { kind: Kind.OBJECT, fields: [id] } };
}
