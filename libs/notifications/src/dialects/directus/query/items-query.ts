import { type Condition, EVERYTHING, type RowOrder } from '../../../inbox/query/row-query.js';
import { invalidQuery } from '../errors/directus-error.js';
import { NOTIFICATIONS } from '../items/item-fields.js';
import { allOf, FilterParser } from './filter.js';
import { isRecord, parsedJson } from './json.js';
import { namesIn } from './lists.js';
import { type Page, parsePage } from './paging.js';
import { parseSearch } from './search.js';
import { type Deep, parseFields, type Selection } from './selection.js';
import { parseSort } from './sort.js';
import { parseSummary, type Summary } from './summary.js';
import type { Variables } from './variables.js';

/** A query as a client sends it: what stood in a URL, in the body of a SEARCH, or in GraphQL's arguments. */
export type RawQuery = Readonly<Record<string, unknown>>;

const COUNTS = ['total_count', 'filter_count'] as const;
const EXPORTS = ['csv', 'csv_utf8', 'json', 'xml', 'yaml'] as const;

/** A query that can be answered. */
export interface ItemsQuery extends Page {
  readonly where: Condition;
  readonly selection: Selection;
  readonly order: readonly RowOrder[];
  /** Instead of rows. */
  readonly summary: Summary | null;
  readonly counts: readonly (typeof COUNTS)[number][];
  readonly exportAs: (typeof EXPORTS)[number] | null;
}

/** Reads all global query parameters; parameters that Directus does not know are ignored. */
export function parseQuery(raw: RawQuery, variables: Variables): ItemsQuery {
  const filters = new FilterParser(variables);
  const page = parsePage(raw);
  const counts = countsIn(raw['meta']);
  const exportAs = exportIn(raw['export']);
  const alias = aliasIn(raw['alias']);
  const where = allOf([filterIn(raw['filter'], filters), parseSearch(raw['search'])]);
  const summary = parseSummary(raw, NOTIFICATIONS);
  return {
    ...page,
    where,
    counts,
    exportAs,
    summary,
    selection: parseFields(raw['fields'], NOTIFICATIONS, {
      alias,
      deep: deepIn(raw['deep'], filters, alias),
    }),
    order: summary ? [] : parseSort(raw['sort'], NOTIFICATIONS),
  };
}

/** A list is no filter. */
function filterIn(raw: unknown, filters: FilterParser, set = NOTIFICATIONS): Condition {
  if (!raw) return EVERYTHING;
  const filter = typeof raw === 'string' ? parsedJson(raw) : raw;
  if (filter === undefined) throw invalidQuery('Invalid JSON for filter object');
  if (filter === null || Array.isArray(filter)) return EVERYTHING;
  return filters.parse(filter, set);
}

function countsIn(raw: unknown): ItemsQuery['counts'] {
  if (!raw) return [];
  if (raw === '*') return COUNTS;
  return namesIn('meta', raw, COUNTS.length).map((name, index) => {
    const count = COUNTS.find((one) => one === name);
    if (!count) throw invalidQuery(`"meta[${index}]" must be one of [${COUNTS.join(', ')}]`);
    return count;
  });
}

function exportIn(raw: unknown): ItemsQuery['exportAs'] {
  if (!raw) return null;
  const format = EXPORTS.find((one) => one === raw);
  if (!format) throw invalidQuery(`"export" must be one of [${EXPORTS.join(', ')}]`);
  return format;
}

const MAX_ALIASES = 20;

/** Names under which fields are shown, `{"sub": "subject"}`. */
function aliasIn(raw: unknown): ReadonlyMap<string, string> {
  if (!raw) return new Map();
  const alias = typeof raw === 'string' ? parsedJson(raw) : raw;
  if (!isRecord(alias)) throw invalidQuery('"alias" has to be an object');
  const entries = Object.entries(alias);
  if (entries.length > MAX_ALIASES) throw invalidQuery(`"alias" has more than ${MAX_ALIASES} keys`);
  return new Map(
    entries.map(([key, name]) => {
      if (typeof name !== 'string') throw invalidQuery('"alias" value has to be a string');
      if (`${key}${name}`.includes('.')) {
        throw invalidQuery('"alias" key/value can\'t contain a period character `.`');
      }
      return [key, name];
    }),
  );
}

/** How relations are to be read; for anything but a relation, and for what is no JSON, Directus has no ears. */
function deepIn(
  raw: unknown,
  filters: FilterParser,
  alias: ReadonlyMap<string, string>,
): ReadonlyMap<string, Deep> {
  const deep = typeof raw === 'string' ? parsedJson(raw) : raw;
  if (!isRecord(deep)) return new Map();
  return new Map(
    Object.entries(deep).flatMap(([key, inner]): [string, Deep][] => {
      const set = NOTIFICATIONS.relations.get(alias.get(key) ?? key);
      if (!set || !isRecord(inner)) return [];
      return [[key, { where: filterIn(inner['_filter'], filters, set), alias: aliasIn(inner['_alias']) }]];
    }),
  );
}
