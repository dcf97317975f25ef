import { OCCURRENCE_COLUMNS, occurrenceOf, type OccurrenceRow } from '../persistence/occurrence-rows.js';
import { eventNameOf, fieldChangeOf } from './event-facts.js';
import type { InboxItem } from './inbox-item.js';

/** An inbox row `n`, its event `e`, and the actor `a` as a person of today. */
export const ITEM_COLUMNS = `n.id, n.thread_id, n.type, n.reason, n.created_at, n.seen_at, n.read_at, n.archived_at,
  e.name AS event_name, e.messages ->> n.reason AS message, e.body, e.rewritten_for IS NOT NULL AS is_rewritten,
  ${OCCURRENCE_COLUMNS},
  a.id AS person_id, a.first_name, a.last_name, a.profile_picture`;

export interface ItemRow extends OccurrenceRow {
  id: number;
  thread_id: number;
  type: number;
  reason: string;
  event_name: string;
  message: string;
  body: string | null;
  is_rewritten: boolean;
  created_at: Date;
  seen_at: Date | null;
  read_at: Date | null;
  archived_at: Date | null;
  person_id: number | null;
  first_name: string;
  last_name: string;
  profile_picture: string | null;
}

/** The joins that `ITEM_COLUMNS` needs, given where `n` comes from. */
export function itemsFrom(source: string, people: string): string {
  return `FROM ${source}
    JOIN notification_events e ON e.tenant_id = $1 AND e.id = n.event_id
    LEFT JOIN ${people} a ON a.tenant_id = $1 AND a.id = e.actor_id`;
}

export function itemOf(row: ItemRow): InboxItem {
  const { actor, subject, parent, root, projectId, params } = occurrenceOf(row);
  return {
    id: row.id,
    threadId: row.thread_id,
    event: eventNameOf(row.event_name, params),
    type: row.type,
    reason: row.reason,
    message: row.message,
    body: row.body,
    isRewritten: row.is_rewritten,
    actor: row.person_id === null ? null : actorOf({ ...row, id: row.person_id }),
    app: actor?.app ?? null,
    automated: !actor || !!actor.app,
    subject,
    parent: parent ?? null,
    root: root ?? null,
    projectId: projectId ?? null,
    commentId: typeof params['comment_id'] === 'number' ? params['comment_id'] : null,
    change: fieldChangeOf(row.type, params),
    createdAt: row.created_at,
    seenAt: row.seen_at,
    readAt: row.read_at,
    archivedAt: row.archived_at,
  };
}

interface ActorRow {
  id: number;
  first_name: string;
  last_name: string;
  profile_picture: string | null;
}

export function actorOf(row: ActorRow): NonNullable<InboxItem['actor']> {
  return {
    id: row.id,
    firstName: row.first_name,
    lastName: row.last_name,
    profilePicture: row.profile_picture,
  };
}
