import { z } from 'zod';
import type { ThreadQuery } from '../../inbox/whole-thread.js';
import type { FieldSets } from './json-api-document.js';
import { type Parameter, parseQuery } from './json-api-query.js';
import {
  membershipAttributes,
  notificationAttributes,
  organizationAttributes,
  personAttributes,
  type Relationship,
  RELATIONSHIPS,
} from './productive-output.js';
import { flag, ids, moment, pageNumber, pageSize, someOf, targetTypes } from './query-values.js';
import type { TimeZone } from './time-zone.js';

const fieldsOf = (attributes: z.ZodObject, more: readonly string[] = []) =>
  someOf([...Object.keys(attributes.shape), ...more]).optional();

/** How resources are shown, one or many. */
export const viewQuery = z.strictObject({
  include: someOf(RELATIONSHIPS).default([]),
  'fields[notifications]': fieldsOf(notificationAttributes, RELATIONSHIPS),
  'fields[organizations]': fieldsOf(organizationAttributes),
  'fields[people]': fieldsOf(personAttributes),
  'fields[organization_memberships]': fieldsOf(membershipAttributes),
});

export const listQuery = viewQuery.extend({
  'filter[id]': ids.optional(),
  'filter[before]': moment.optional(),
  'filter[after]': moment.optional(),
  'filter[date_before]': moment.optional(),
  'filter[date_after]': moment.optional(),
  'filter[dismissed]': flag.optional(),
  'filter[important]': flag.optional(),
  'filter[type]': targetTypes.optional(),
  'filter[project_id]': ids.optional(),
  sort: z
    .enum(['last_action_at', '-last_action_at'], {
      error: 'The parameter must be last_action_at or -last_action_at.',
    })
    .default('-last_action_at'),
  'page[number]': pageNumber,
  'page[size]': pageSize,
});

export interface View {
  readonly include: readonly Relationship[];
  readonly fields: FieldSets;
}

export interface ListRequest {
  readonly view: View;
  readonly page: { readonly number: number; readonly size: number };
  /** What is asked for, by the clock of the person who asks. */
  readonly toThreads: (zone: TimeZone) => ThreadQuery;
}

export function viewOf(parameters: readonly Parameter[]): View {
  return viewIn(parseQuery(viewQuery, parameters));
}

export function listRequestOf(parameters: readonly Parameter[]): ListRequest {
  const query = parseQuery(listQuery, parameters);
  const page = { number: query['page[number]'], size: query['page[size]'] };
  return {
    view: viewIn(query),
    page,
    toThreads: (zone) => ({
      filter: filterIn(query, zone),
      earliestFirst: query.sort === 'last_action_at',
      limit: page.size,
      offset: (page.number - 1) * page.size,
    }),
  };
}

function viewIn(query: z.infer<typeof viewQuery>): View {
  return {
    include: query.include,
    fields: {
      notifications: query['fields[notifications]'],
      organizations: query['fields[organizations]'],
      people: query['fields[people]'],
      organization_memberships: query['fields[organization_memberships]'],
    },
  };
}

/** `before` and `after` are the short names of the dates; of both, the narrower one counts. */
function filterIn(query: z.infer<typeof listQuery>, zone: TimeZone): ThreadQuery['filter'] {
  const times = (...names: readonly (string | undefined)[]) =>
    names.flatMap((text) => (text === undefined ? [] : [zone.read(text).getTime()]));
  const before = times(query['filter[before]'], query['filter[date_before]']);
  const after = times(query['filter[after]'], query['filter[date_after]']);
  return {
    ids: query['filter[id]'],
    types: query['filter[type]'],
    projectIds: query['filter[project_id]'],
    before: before.length > 0 ? new Date(Math.min(...before)) : undefined,
    after: after.length > 0 ? new Date(Math.max(...after)) : undefined,
    dismissed: query['filter[dismissed]'],
    important: query['filter[important]'],
  };
}
