import { DELIVERY_TABLES } from '../../persistence/delivery-tables.js';
import { DRAFT_COLUMNS } from '../../persistence/event-draft.js';
import { deleteOwnEvents } from '../../persistence/own-events.sql.js';
import { upsertThreads } from '../../persistence/threads.sql.js';

/** What an event's columns become; a key that is not there leaves its column alone. */
const CONTENT_COLUMNS = [
  ...(['body', 'actor_id', 'actor_name', 'project_id'] as const),
  ...(['subject_type', 'subject_id', 'subject_title', 'subject_key', 'subject_url'] as const),
  ...(['parent_type', 'parent_id', 'parent_title'] as const),
];

/** Copied as they are: what happened stays, only the words for it change. */
const KEPT = [
  ...['name', 'app_name', 'app_icon', 'root_type', 'root_id', 'params', 'important', 'mails', 'occurred_at'],
  ...CONTENT_COLUMNS,
];

/** Gives rows that share their event one of their own, done from the start. Parameters: $1 tenant, $2 their ids. */
export const OWN_EVENTS = `
WITH shared AS (
  SELECT n.id AS row_id, n.reason, e.* FROM notifications n
  JOIN notification_events e ON e.tenant_id = $1 AND e.id = n.event_id
  WHERE n.tenant_id = $1 AND n.id = ANY($2::bigint[]) AND e.rewritten_for IS NULL
), own AS (
  INSERT INTO notification_events (tenant_id, ${KEPT.join(', ')}, messages, state, rewritten_for)
  SELECT $1, ${KEPT.join(', ')}, jsonb_build_object(reason, messages -> reason), 1, row_id FROM shared
  RETURNING id, rewritten_for
)
UPDATE notifications n SET event_id = own.id FROM own WHERE n.tenant_id = $1 AND n.id = own.rewritten_for`;

/** Answers whose inboxes changed. Parameters: $1 tenant, $2 the changes as JSON, of rows with events of their own. */
export const REWRITE = `
UPDATE notification_events e SET
  ${CONTENT_COLUMNS.map(rewritten).join(',\n  ')},
  messages = CASE WHEN c.content ? 'line' THEN jsonb_build_object(n.reason, c.content -> 'line') ELSE e.messages END,
  params = e.params || coalesce(c.content -> 'params', '{}')
FROM jsonb_to_recordset($2::jsonb) AS c(id bigint, content jsonb)
JOIN notifications n ON n.tenant_id = $1 AND n.id = c.id
WHERE e.tenant_id = $1 AND e.id = n.event_id AND e.rewritten_for = n.id
RETURNING n.recipient_id`;

function rewritten(column: keyof typeof DRAFT_COLUMNS): string {
  const given = `(c.content ->> '${column}')::${DRAFT_COLUMNS[column]}`;
  return `${column} = CASE WHEN c.content ? '${column}' THEN ${given} ELSE e.${column} END`;
}

/** Answers whose inboxes changed. Parameters: $1 tenant, $2 the changes as JSON. */
export const SET_STATES = `
UPDATE notifications n SET
  archived_at = CASE WHEN c.archived IS NULL THEN n.archived_at
                     WHEN c.archived THEN coalesce(n.archived_at, now()) END,
  created_at = coalesce(c.time, n.created_at)
FROM jsonb_to_recordset($2::jsonb) AS c(id bigint, archived boolean, time timestamptz)
WHERE n.tenant_id = $1 AND n.id = c.id
  AND (c.archived IS DISTINCT FROM (n.archived_at IS NOT NULL) AND c.archived IS NOT NULL OR c.time IS NOT NULL)
RETURNING n.recipient_id`;

/**
 * Puts rows into the threads that fit whom they are for and what they are about now, making those that are missing, and
 * as important as those that they leave; whose row it is no longer is sent nothing of it, and whose it is now has not
 * seen it. Answers whose inboxes changed.
 * Parameters: $1 tenant, $2 the changes as JSON.
 */
export const MOVE = `
WITH moved AS MATERIALIZED (
  SELECT n.id, n.recipient_id AS old_recipient_id, coalesce(c.recipient_id, n.recipient_id) AS recipient_id,
    coalesce(e.subject_type, 'event') AS target_type, coalesce(e.subject_id, e.id::text) AS target_id,
    old.important, old.mention, e.id AS event_id, e.occurred_at, e.project_id
  FROM jsonb_to_recordset($2::jsonb) AS c(id bigint, recipient_id bigint)
  JOIN notifications n ON n.tenant_id = $1 AND n.id = c.id
  JOIN notification_events e ON e.tenant_id = $1 AND e.id = n.event_id
  JOIN notification_threads old ON old.tenant_id = $1 AND old.id = n.thread_id
), threads AS (${upsertThreads('moved')}
), ${DELIVERY_TABLES.map(unsent).join(', ')}, placed AS (
  UPDATE notifications n SET recipient_id = m.recipient_id, thread_id = t.id, project_id = m.project_id,
    seen_at = CASE WHEN m.recipient_id = m.old_recipient_id THEN n.seen_at END,
    read_at = CASE WHEN m.recipient_id = m.old_recipient_id THEN n.read_at END
  FROM moved m
  JOIN threads t ON t.recipient_id = m.recipient_id AND t.target_type = m.target_type AND t.target_id = m.target_id
  WHERE n.tenant_id = $1 AND n.id = m.id
)
SELECT old_recipient_id AS recipient_id FROM moved UNION SELECT recipient_id FROM moved`;

function unsent(table: string): string {
  return `unsent_${table} AS (
  UPDATE ${table} d SET state = 2, closed_because = 'deleted', finished_at = clock_timestamp()
  FROM moved m
  WHERE d.tenant_id = $1 AND d.notification_id = m.id AND d.state = 0 AND d.recipient_id <> m.recipient_id
)`;
}

/** Answers whose inboxes changed. Parameters: $1 tenant, $2 the ids of locked rows. */
export const DELETE_ROWS = `
WITH gone AS (
  DELETE FROM notifications WHERE tenant_id = $1 AND id = ANY($2::bigint[]) RETURNING id, event_id, recipient_id
), remembered AS (
  INSERT INTO deleted_notifications (tenant_id, recipient_id, id)
  SELECT $1, recipient_id, id FROM gone ON CONFLICT DO NOTHING
), own AS (${deleteOwnEvents('gone')})
SELECT DISTINCT recipient_id FROM gone`;
