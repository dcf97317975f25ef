import { z } from 'zod';

const id = z.int().positive();
const time = z.iso.datetime();
const count = z.int().min(0).max(99);

const actor = z.object({
  id,
  first_name: z.string(),
  last_name: z.string(),
  profile_picture: z.string().nullable(),
});

/** Its `type` says what else it has; see seed 004. */
const notifiable = z.object({ type: z.string(), id: z.union([id, z.string()]).nullable() }).loose();

/** A row of the inbox: the seed's keys, and ours after them. */
export const notificationOutput = z.object({
  id,
  type: z.int().min(1).max(9),
  message: z.string(),
  read_at: time.nullable(),
  created_at: time,
  actor: actor.nullable(),
  notifiable: notifiable.nullable(),
  reason: z.string(),
  thread_id: id,
  seen_at: time.nullable(),
  archived_at: time.nullable(),
  body: z.string().nullable(),
  sender_app: z.object({ name: z.string(), icon: z.string().nullable() }).nullable(),
});
export type NotificationOutput = z.infer<typeof notificationOutput>;

export const threadOutput = z.object({
  id,
  notifiable: notifiable.nullable(),
  unread: count,
  important: z.boolean(),
  mention: z.boolean(),
  last_action_at: time,
  actors: z.array(actor).max(5),
  newest: notificationOutput,
});
export type ThreadOutput = z.infer<typeof threadOutput>;

export const countsOutput = z.object({ unread: count, unseen: count, capped: z.boolean(), version: z.int() });

export const watchOutput = z.object({ watching: z.boolean() });
export const reportWatchOutput = z.object({ report_watcher_ids: z.array(id) });
