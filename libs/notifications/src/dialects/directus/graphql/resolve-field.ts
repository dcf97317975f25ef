import { defaultFieldResolver, type GraphQLFieldResolver } from 'graphql';
import { relationKey, RELATIONS, TIME_FUNCTIONS } from './item-selection.js';

type Source = Readonly<Record<string, unknown>>;

/** Finds what a field shows in the item that the query answered. */
export const resolveField: GraphQLFieldResolver<Source, unknown> = (source, args, context, info) => {
  const { parentType, fieldName, path } = info;
  if (parentType.name === 'directus_notifications') {
    if (RELATIONS.includes(fieldName)) return source[relationKey(fieldName, String(path.key))];
    if (fieldName === TIME_FUNCTIONS) return source;
  }
  if (parentType.name === 'datetime_functions') return Math.trunc(Number(source[`timestamp_${fieldName}`]));
  return defaultFieldResolver(source, args, context, info);
};
