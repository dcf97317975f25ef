import { isRecord } from '../query/json.js';
import { RELATIONS } from './item-selection.js';

/** What a mutation is given of an item, or of several: a user in whom nothing stands is a variable that was left out. */
export function itemData(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(itemData);
  if (!isRecord(data)) return data ?? {};
  return Object.fromEntries(
    Object.entries(data).filter(([name, value]) => !RELATIONS.includes(name) || !isEmpty(value)),
  );
}

function isEmpty(value: unknown): boolean {
  return isRecord(value) && Object.keys(value).length === 0;
}
