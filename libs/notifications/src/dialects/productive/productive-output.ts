import { z } from 'zod';

const id = z.union([z.int(), z.string()]).nullable();
const text = z.string().nullable();

const change = z.object({ field: z.enum(['assignee', 'lane']), from: text, to: text });

/** In the seed's order. */
export const notificationAttributes = z.object({
  target_id: id,
  target_type: text,
  target_title: text,
  parent_id: id,
  parent_type: text,
  parent_title: text,
  title: z.string().describe('HTML, in which everything that people wrote is escaped'),
  read: z.boolean(),
  dismissed: z.boolean(),
  new_activities_count: z.int().min(0).max(99),
  excerpt: z.string().max(200),
  last_action_at: z.iso.datetime({ offset: true }),
  first_unread_activity_id: z.int().positive().nullable(),
  changeset: z.array(change).max(1),
  important: z.boolean(),
  mention: z.boolean(),
  target_label: text,
  made_by_automation: z.boolean(),
  root_id: id,
  root_type: text,
});
export type NotificationAttributes = z.infer<typeof notificationAttributes>;

export const organizationAttributes = z.object({ name: z.string(), url: z.string() });
export type OrganizationAttributes = z.infer<typeof organizationAttributes>;

export const personAttributes = z.object({
  first_name: z.string(),
  last_name: z.string(),
  avatar_url: text,
});
export type PersonAttributes = z.infer<typeof personAttributes>;

export const membershipAttributes = personAttributes.extend({ email: text, timezone: z.string() });
export type MembershipAttributes = z.infer<typeof membershipAttributes>;

export const RELATIONSHIPS = ['organization', 'actor', 'owner'] as const;
export type Relationship = (typeof RELATIONSHIPS)[number];

/** All attributes, or what `fields` leaves of them. */
const resource = (type: string, attributes: z.ZodObject) =>
  z.object({ id: z.string(), type: z.literal(type), attributes: attributes.partial() });
const identifier = z.object({ type: z.string(), id: z.string() });
const related = z.object({ data: identifier });
const actor = z.union([
  z.object({ data: identifier.nullable() }),
  z.object({ meta: z.object({ included: z.literal(false) }) }),
]);
const notification = resource('notifications', notificationAttributes).extend({
  relationships: z.object({ organization: related, actor, owner: related }).partial(),
});
const included = z
  .array(
    z.union([
      resource('organizations', organizationAttributes),
      resource('people', personAttributes),
      resource('organization_memberships', membershipAttributes),
    ]),
  )
  .optional();

export const notificationDocument = z.object({ data: notification, included, meta: z.object({}) });
export const notificationsDocument = z.object({
  data: z.array(notification),
  included,
  links: z.object({
    first: z.url(),
    last: z.url(),
    prev: z.url().optional(),
    next: z.url().optional(),
  }),
  meta: z.object({
    current_page: z.int(),
    total_pages: z.int(),
    total_count: z.int(),
    page_size: z.int(),
    max_page_size: z.int(),
  }),
});

const errorObject = z.object({
  status: z.string(),
  title: z.string(),
  detail: z.string(),
  source: z.union([z.object({ parameter: z.string() }), z.object({ pointer: z.string() })]).optional(),
});

export const errorDocument = z.object({ errors: z.array(errorObject).min(1) });
