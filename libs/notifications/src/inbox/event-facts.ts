import { NotificationType } from '../domain/notification-type.js';
import type { Params } from '../domain/occurrence.js';
import { CustomEvent } from '../types/custom-event.js';
import type { FieldChange } from './inbox-item.js';

/** A custom event is stored under one name, whatever its own is. */
export function eventNameOf(storedName: string, params: Params): string {
  const own = params['type'];
  return storedName === CustomEvent.eventName && typeof own === 'string' ? own : storedName;
}

const FIELDS: Readonly<Record<number, FieldChange['field']>> = {
  [NotificationType.Assignment]: 'assignee',
  [NotificationType.LaneChange]: 'lane',
};

export function fieldChangeOf(type: number, params: Params): FieldChange | null {
  const field = FIELDS[type];
  return field ? { field, from: nameIn(params['from']), to: nameIn(params['to']) } : null;
}

/** A host's own events of these types may have other parameters. */
function nameIn(value: unknown): string | null {
  const name = typeof value === 'object' && value !== null && 'name' in value ? value.name : null;
  return typeof name === 'string' ? name : null;
}
