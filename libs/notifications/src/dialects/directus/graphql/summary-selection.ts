import type { GraphQLResolveInfo } from 'graphql';
import type { Item } from '../items/item-presenter.js';
import type { RawQuery } from '../query/items-query.js';
import { FIELD_OPERATIONS } from '../query/summary.js';
import { selectedFields } from './selected-fields.js';

/** Asked for in any case: without a number or a group, a query would be one for rows. */
const ALL = 'countAll';

/** The part of a query that says which numbers are asked for, by operation and field. */
export function summarySelection(info: GraphQLResolveInfo): RawQuery {
  const aggregate: Record<string, string[]> = { [ALL]: ['*'] };
  for (const node of selectedFields(info.fieldNodes, info)) {
    const operation = node.name.value;
    if (!FIELD_OPERATIONS.includes(operation)) continue;
    const names = selectedFields([node], info).map(({ name }) => name.value);
    const fields = names.filter((name) => !name.startsWith('__'));
    aggregate[operation] = [...(aggregate[operation] ?? []), ...fields];
  }
  return { aggregate };
}

/** One group: what it is grouped by stands under `group`, and is null where nothing is. */
export function presentGroup(row: Item): Item {
  const keys = Object.entries(row).filter(([key]) => key !== ALL && !FIELD_OPERATIONS.includes(key));
  return { ...row, group: keys.length > 0 ? Object.fromEntries(keys) : null };
}
