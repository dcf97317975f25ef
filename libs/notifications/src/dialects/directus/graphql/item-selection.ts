import {
  type FieldNode,
  getArgumentValues,
  getNamedType,
  type GraphQLResolveInfo,
  isObjectType,
} from 'graphql';
import type { RawQuery } from '../query/items-query.js';
import { filterOf } from './filter-argument.js';
import { keyOf, selectedFields } from './selected-fields.js';

export const RELATIONS = ['recipient', 'sender'];
export const TIME_FUNCTIONS = 'timestamp_func';
const IDS: Readonly<Record<string, string>> = { recipient_id: 'recipient', sender_id: 'sender' };

/** The part of a query that says what is shown, and of whom: each selected relation has a name of its own. */
export function itemSelection(info: GraphQLResolveInfo): RawQuery {
  const fields = new Set(['id']);
  const alias: Record<string, string> = {};
  const deep: Record<string, RawQuery> = {};
  for (const node of selectedFields(info.fieldNodes, info)) {
    const name = node.name.value;
    const inner = () => selectedFields([node], info).map((one) => one.name.value);
    if (RELATIONS.includes(name)) {
      const key = relationKey(name, keyOf(node));
      alias[key] = name;
      deep[key] = { _filter: filterOf(argumentsOf(node, info)['filter']) };
      for (const field of ['id', ...inner()].filter(isOwn)) fields.add(`${key}.${field}`);
    } else if (name === TIME_FUNCTIONS) {
      for (const part of inner().filter(isOwn)) fields.add(`${part}(timestamp)`);
    } else if (isOwn(name)) {
      fields.add(name);
      const relation = IDS[name];
      if (relation) alias[name] = relation;
    }
  }
  return { fields: [...fields], alias, deep };
}

/** No name of GraphQL has a colon. */
export function relationKey(relation: string, key: string): string {
  return `${relation}:${key}`;
}

function argumentsOf(node: FieldNode, { returnType, variableValues }: GraphQLResolveInfo) {
  const type = getNamedType(returnType);
  const field = isObjectType(type) ? type.getFields()[node.name.value] : undefined;
  return field ? getArgumentValues(field, node, variableValues) : {};
}

/** Not one of GraphQL's about the schema. */
function isOwn(name: string): boolean {
  return !name.startsWith('__');
}
