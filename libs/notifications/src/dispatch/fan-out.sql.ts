import { PREFERENCE_FLAGS } from '../domain/preference-flags.js';
import type { HostRelations } from '../persistence/host-relations.js';
import { upsertThreads } from '../persistence/threads.sql.js';

/**
 * The whole fan-out of one chunk as one statement: audience → access → threads → inbox rows → deliveries. Deliveries
 * for other channels than mail are a part of it only when an event has some, so that they cost the others nothing.
 * Parameters: $1 tenant, $2 ids of the events (locked by the caller), $3 the voices as JSON (by event name, then reason), $4 the chunk's size.
 * Answers how many candidates it looked at and the last of them, in the order (event, recipient); how many deliveries
 * there are; and by the event's id how many people have it in their inbox now.
 *
 * Each source of candidates is read in recipient order and cut at the chunk's size, so that a chunk of an audience
 * of 600,000 costs a chunk. Candidates carry what is needed of their event and voice: were those joined,
 * the planner would expect one row and join threads to recipients in a loop. Heads are written in recipient order, as threads are.
 */
export function fanOutStatement(host: HostRelations, { channels }: { channels: boolean }): string {
  return `
WITH events AS MATERIALIZED (
  SELECT * FROM notification_events WHERE tenant_id = $1 AND id = ANY($2::bigint[])
), candidates AS MATERIALIZED (
  SELECT e.id AS event_id, c.user_id, c.reason, $3::jsonb -> e.name -> c.reason AS voice,
    e.actor_id, e.gate_type, e.gate_id, e.project_id, e.important, e.mails, e.occurred_at,
    coalesce(e.subject_type, 'event') AS target_type, coalesce(e.subject_id, e.id::text) AS target_id
  FROM events e CROSS JOIN LATERAL (
    SELECT DISTINCT ON (a.user_id) a.user_id, a.reason
    FROM (${addressed()}) AS a
    ORDER BY a.user_id, ($3::jsonb -> e.name -> a.reason -> 'rank')
    LIMIT $4
  ) AS c
  ORDER BY event_id, c.user_id
  LIMIT $4
), recipients AS MATERIALIZED (
  SELECT c.event_id, c.user_id AS recipient_id, c.reason, (c.voice ->> 'type')::smallint AS type, c.project_id, c.occurred_at,
    c.target_type, c.target_id,
    (c.voice ->> 'important')::boolean OR c.important AS important, (c.voice ->> 'mention')::boolean AS mention,
    CASE WHEN NOT c.mails THEN 'not_mailed'
         WHEN NOT p.email_notifications THEN 'mail_off'
         WHEN NOT ${flagIsOn("c.voice ->> 'mail_flag'", 'f')} THEN 'flag_off'
         WHEN p.email IS NULL THEN 'no_address' END AS mail_skipped
  FROM candidates c
  JOIN ${host.people} p ON p.tenant_id = $1 AND p.id = c.user_id
  LEFT JOIN notification_preferences f ON f.tenant_id = $1 AND f.user_id = c.user_id
  WHERE ((c.voice ->> 'to_self')::boolean OR c.user_id IS DISTINCT FROM c.actor_id)
    AND (c.gate_type IS NULL OR EXISTS (
      SELECT FROM ${host.readers} r
      WHERE r.tenant_id = $1 AND r.gate_type = c.gate_type AND r.gate_id = c.gate_id AND r.user_id = c.user_id))
), threads AS (${upsertThreads('recipients')}
), inserted AS (
  INSERT INTO notifications (tenant_id, event_id, recipient_id, thread_id, type, reason, project_id, mail_skipped)
  SELECT $1, r.event_id, r.recipient_id, t.id, r.type, r.reason, r.project_id, r.mail_skipped
  FROM recipients r
  JOIN threads t ON t.recipient_id = r.recipient_id AND t.target_type = r.target_type AND t.target_id = r.target_id
  ORDER BY r.event_id, r.recipient_id
  ON CONFLICT (tenant_id, event_id, recipient_id) DO NOTHING
  RETURNING id, event_id, recipient_id, thread_id, reason, mail_skipped
), mails AS (
  INSERT INTO mail_deliveries (tenant_id, notification_id, event_id, recipient_id, thread_id, reason)
  SELECT $1, id, event_id, recipient_id, thread_id, reason FROM inserted WHERE mail_skipped IS NULL
  RETURNING 1
), ${channels ? CHANNEL_DELIVERIES : ''} heads AS (
  INSERT INTO notification_heads AS h (tenant_id, recipient_id, version)
  SELECT $1, recipient_id, count(*) FROM inserted GROUP BY recipient_id ORDER BY recipient_id
  ON CONFLICT (tenant_id, recipient_id) DO UPDATE SET version = h.version + excluded.version
)
SELECT (SELECT count(*) FROM candidates) AS candidates, (SELECT count(*) FROM mails) AS mails,
  ${channels ? '(SELECT count(*) FROM channel_deliveries_made)' : '0'} AS channels,
  (${REACHED}) AS reached, last.event_id, last.user_id
FROM (SELECT 1) AS always
LEFT JOIN (SELECT event_id, user_id FROM candidates ORDER BY event_id DESC, user_id DESC LIMIT 1) AS last ON true`;
}

const REACHED = `SELECT json_object_agg(event_id, people) FROM (
  SELECT event_id, count(*) AS people FROM inserted GROUP BY event_id) AS chunk`;

/** For everybody whom the event reaches: the switches are for mail. */
const CHANNEL_DELIVERIES = `channel_deliveries_made AS (
  INSERT INTO channel_deliveries (tenant_id, notification_id, channel, event_id, recipient_id, thread_id, reason)
  SELECT $1, i.id, c.channel, i.event_id, i.recipient_id, i.thread_id, i.reason
  FROM inserted i JOIN events e ON e.id = i.event_id
  CROSS JOIN LATERAL jsonb_array_elements_text(e.channels) AS c(channel)
  RETURNING 1
),`;

/**
 * The people named by event `e`, some for two reasons and never more than 10,000; and a chunk of those who watched when
 * it happened and still do.
 */
function addressed(): string {
  const watching = (type: string, table: string, watched: string) => `(
      SELECT user_id, 'watching' FROM ${table}
      WHERE e.watched_type = '${type}' AND tenant_id = $1 AND ${watched} = e.watched_id
        AND user_id > e.last_recipient_id AND created_at <= e.recorded_at
      ORDER BY user_id LIMIT $4)`;
  return `(
      SELECT user_id, reason FROM jsonb_to_recordset(e.named) AS named(user_id bigint, reason text)
      WHERE user_id > e.last_recipient_id)
    UNION ALL ${watching('issue', 'issue_watchers', 'issue_id')}
    UNION ALL ${watching('reports', 'report_watchers', 'project_id')}`;
}

/** A person without a row of preferences has every flag on; a voice without a flag is gated by the switch alone. */
function flagIsOn(flag: string, preferences: string): string {
  const cases = PREFERENCE_FLAGS.map((name) => `WHEN '${name}' THEN coalesce(${preferences}.${name}, true)`);
  return `(CASE ${flag} ${cases.join(' ')} ELSE true END)`;
}
