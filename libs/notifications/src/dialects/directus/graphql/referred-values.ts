import {
  type DocumentNode,
  type GraphQLSchema,
  type GraphQLType,
  getNullableType,
  isInputObjectType,
  isListType,
  Kind,
  typeFromAST,
} from 'graphql';
import { isRecord } from '../query/json.js';
import { USER_INPUTS } from './references.js';

type Values = Readonly<Record<string, unknown>>;

/** The values of variables, in which a uuid in the place of a user has become that user. */
export function referredValues(values: Values, document: DocumentNode, schema: GraphQLSchema): Values {
  const types = typesOf(document, schema);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, within(value, types.get(name))]),
  );
}

function typesOf({ definitions }: DocumentNode, schema: GraphQLSchema): ReadonlyMap<string, GraphQLType> {
  const variables = definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? (definition.variableDefinitions ?? []) : [],
  );
  return new Map(
    variables.flatMap(({ variable, type: node }) => {
      const type = typeFromAST(schema, node);
      return type ? [[variable.name.value, type] as const] : [];
    }),
  );
}

function within(value: unknown, of: GraphQLType | undefined): unknown {
  const type = getNullableType(of);
  if (isListType(type)) {
    return Array.isArray(value) ? value.map((one) => within(one, type.ofType)) : within(value, type.ofType);
  }
  if (!isInputObjectType(type) || !isRecord(value)) return value;
  const fields = type.getFields();
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => {
      const field = Object.hasOwn(fields, name) ? fields[name]?.type : undefined;
      const isUser = isInputObjectType(field) && USER_INPUTS.includes(field.name);
      return [name, isUser ? referred(one) : within(one, field)];
    }),
  );
}

function referred(value: unknown): unknown {
  return typeof value === 'string' ? { id: value } : value;
}
