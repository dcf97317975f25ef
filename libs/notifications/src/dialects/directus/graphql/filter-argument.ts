import { isRecord } from '../query/json.js';

const FUNCTIONS = /^(\w+)_func$/;

/** A filter of GraphQL in the words of REST: `timestamp_func: {year: …}` is `year(timestamp)`. */
export function filterOf(filter: unknown): unknown {
  if (Array.isArray(filter)) return filter.map(filterOf);
  if (!isRecord(filter)) return filter;
  return Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]) => {
      const field = FUNCTIONS.exec(name)?.[1];
      if (field === undefined || !isRecord(value)) return [[name, filterOf(value)]];
      return Object.entries(value).map(([part, tests]) => [`${part}(${field})`, tests]);
    }),
  );
}
